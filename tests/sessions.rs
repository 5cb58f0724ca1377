//! Command-line sessions in Markdown, run as they are written, those of the README too.

#[test]
fn sessions_run_as_written() {
    trycmd::TestCases::new()
        .case("tests/sessions/*.md")
        .case("README.md")
        .env("NO_COLOR", "1")
        .env("HOME", "/nonexistent")
        .env("XDG_CONFIG_HOME", "/nonexistent/config");
}
