// SPDX-License-Identifier: Apache-2.0
// Shell completions, made from the same declarations as --help.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "commands/command.hpp"
#include "core/failure.hpp"

namespace synoptic {

namespace {

struct Known {
    std::string command;
    std::string description;
    std::vector<std::string> options;  ///< "--threads"
};

/// "it's" => "it'\''s", for use inside single quotes of a POSIX shell.
std::string quote_shell(std::string_view text) {
    std::string quoted;
    for (const char c : text) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted;
}

std::vector<Known> known_commands(const CLI::App& program) {
    std::vector<Known> commands;
    for (const CLI::App* sub : program.get_subcommands([](const CLI::App*) { return true; })) {
        Known known{.command = sub->get_name(), .description = sub->get_description(), .options = {}};
        for (const CLI::Option* option : sub->get_options()) {
            for (const std::string& name : option->get_lnames()) {
                known.options.push_back("--" + name);
            }
        }
        commands.push_back(std::move(known));
    }
    return commands;
}

std::string bash(const std::vector<Known>& commands) {
    std::string names;
    std::string cases;
    for (const Known& known : commands) {
        names += known.command + " ";
        cases += fmt::format("        {}) words=\"{}\" ;;\n", known.command, fmt::join(known.options, " "));
    }
    return fmt::format("_synoptic() {{\n"
                       "    local current=${{COMP_WORDS[COMP_CWORD]}} words=\"\"\n"
                       "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n        words=\"{}\"\n    else\n        case ${{COMP_WORDS[1]}} in\n{}     "
                       "   esac\n    fi\n"
                       "    if [[ $COMP_CWORD -gt 1 && $current != -* ]]; then\n        COMPREPLY=($(compgen -f -- \"$current\"))\n"
                       "    else\n        COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n    fi\n}}\n"
                       "complete -o filenames -F _synoptic synoptic\n",
                       names, cases);
}

std::string zsh(const std::vector<Known>& commands) {
    std::string names;
    std::string cases;
    for (const Known& known : commands) {
        names += fmt::format("        '{}:{}'\n", known.command, quote_shell(known.description));
        cases += fmt::format("        {}) _arguments '*:file:_files' {} ;;\n", known.command, fmt::join(known.options, " "));
    }
    return fmt::format("#compdef synoptic\n_synoptic() {{\n    local -a commands=(\n{}    )\n"
                       "    if (( CURRENT == 2 )); then\n        _describe command commands\n        return\n    fi\n"
                       "    case $words[2] in\n{}    esac\n}}\ncompdef _synoptic synoptic\n",
                       names, cases);
}

std::string fish(const std::vector<Known>& commands) {
    std::string text;
    for (const Known& known : commands) {
        text +=
            fmt::format("complete -c synoptic -n __fish_use_subcommand -f -a {} -d '{}'\n", known.command, quote_shell(known.description));
        for (const std::string& option : known.options) {
            text += fmt::format("complete -c synoptic -n '__fish_seen_subcommand_from {}' -l {}\n", known.command, option.substr(2));
        }
    }
    return text;
}

class Completions final : public Command {
public:
    void setup(CLI::App& app) override {
        app_ = &app;
        app.add_option("shell", shell_, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
        app.footer("Example:\n  synoptic completions bash > ~/.local/share/bash-completion/completions/synoptic");
    }

    int run() override {
        const std::vector<Known> commands = known_commands(*app_->get_parent());
        std::cout << (shell_ == "bash" ? bash(commands) : shell_ == "zsh" ? zsh(commands) : fish(commands));
        return exit_code::ok;
    }

private:
    const CLI::App* app_ = nullptr;
    std::string shell_;
};

}  // namespace

std::unique_ptr<Command> make_completions() { return std::make_unique<Completions>(); }

}  // namespace synoptic
