// SPDX-License-Identifier: Apache-2.0
// Manual pages in roff, made from the same declarations as --help, so that they cannot disagree with it.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <string>
#include <string_view>

#include "commands/command.hpp"
#include "core/failure.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

/// "a-b\n.c" => "a\-b\n\&.c": nothing in `text` is read as a request of roff.
std::string escape_roff(std::string_view text) {
    std::string escaped;
    bool line_start = true;
    for (const char c : text) {
        if (line_start && (c == '.' || c == '\'')) {
            escaped += "\\&";
        }
        line_start = c == '\n';
        if (c == '-') {
            escaped += "\\-";
        } else if (c == '\\') {
            escaped += "\\e";
        } else {
            escaped += c;
        }
    }
    return escaped;
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

std::string option_section(const CLI::App& app) {
    std::string text;
    for (const CLI::Option* option : app.get_options()) {
        const std::string name = option->get_positional() ? upper(option->get_single_name()) : option->get_name();
        text += fmt::format(".TP\n.B {}\n{}\n", escape_roff(name), escape_roff(option->get_description()));
    }
    return text;
}

/// The footer of --help: plain lines are text, indented ones examples.
std::string footer_section(const std::string& footer) {
    std::string text;
    bool example = false;
    for (const std::string_view line : split(footer, '\n')) {
        const bool indented = line.starts_with("  ");
        if (indented != example) {
            text += indented ? ".PP\n.nf\n" : ".fi\n";
            example = indented;
        }
        text += trim(line).empty() ? ".PP\n" : fmt::format("{}\n", escape_roff(line));
    }
    return text + (example ? ".fi\n" : "");
}

std::string exit_section() {
    return ".SH EXIT STATUS\n"
           "0 done; 1 a failure of the data or the machine; 2 the command was called wrongly; 3 done, but some inputs were skipped or "
           "repaired "
           "(each is named on standard error); 130 interrupted.\n";
}

std::string page(const CLI::App& app, bool top) {
    const std::string name = top ? "synoptic" : fmt::format("synoptic-{}", app.get_name());
    std::string text = fmt::format(".TH {} 1 \"\" \"synoptic {}\" \"synoptic manual\"\n.SH NAME\n{} \\- {}\n", upper(name),
                                   SYNOPTIC_VERSION, escape_roff(name), escape_roff(app.get_description()));
    text += fmt::format(".SH SYNOPSIS\n.B synoptic {}\n", top ? "COMMAND" : app.get_name() + " [OPTIONS] ...");
    if (top) {
        text += ".SH COMMANDS\n";
        for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
            text += fmt::format(".TP\n.B synoptic\\-{}\n{}\n", escape_roff(sub->get_name()), escape_roff(sub->get_description()));
        }
    }
    text += ".SH OPTIONS\n" + option_section(app);
    if (!app.get_footer().empty()) {
        text += ".SH NOTES\n" + footer_section(app.get_footer());
    }
    return text + exit_section();
}

class Manual final : public Command {
public:
    void setup(CLI::App& app) override {
        app_ = &app;
        app.add_option("command", command_, "the command the page is about (default: the program)");
        app.footer("Example:\n  synoptic manual read | man -l -");
    }

    int run() override {
        const CLI::App& program = *app_->get_parent();
        if (command_.empty()) {
            std::cout << page(program, true);
            return exit_code::ok;
        }
        for (const CLI::App* sub : program.get_subcommands([](const CLI::App*) { return true; })) {
            if (sub->get_name() == command_) {
                std::cout << page(*sub, false);
                return exit_code::ok;
            }
        }
        throw Failure(fmt::format("there is no command '{}'; `synoptic --help` lists them", command_), exit_code::usage);
    }

private:
    const CLI::App* app_ = nullptr;
    std::string command_;
};

}  // namespace

std::unique_ptr<Command> make_manual() { return std::make_unique<Manual>(); }

}  // namespace synoptic
