"""Runs a terminal program under real screen readers and judges what they say.

    script   reads a task file          keys      what a key sends to a terminal
    terminal a program on a terminal    reader    what all screen readers share
    listen   presses keys, makes steps  step      what happened after one key
    rules    what must be true of it    words     what counts as a word
    transcript  a run as a text         trial     one task, mode and reader
    suite    many trials side by side   cli       the command line

`yasr`, `fenrir`, `brltty` and `orca` each know one screen reader, and `readers` knows them all;
`speechd` and `relay` help `orca`.
"""
