// SPDX-License-Identifier: Apache-2.0
// Finds the command, runs it, and turns every exception into one sentence and an exit code.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <utility>
#include <vector>

#include "commands/command.hpp"
#include "core/failure.hpp"

namespace {

extern "C" void leave_interrupted(int) { std::_Exit(synoptic::exit_code::interrupted); }

int run(int argc, char** argv) {
    CLI::App app{"synoptic reads many accounts of what happened and shows where they agree and where they part."};
    app.name("synoptic");
    app.set_version_flag("--version", SYNOPTIC_VERSION);
    app.require_subcommand(1);
    app.footer("Example:\n  synoptic read page1.html page2.txt -o story.db && synoptic dossier story.db -o story.html\n\n"
               "`synoptic COMMAND --help` explains one command.");

    std::vector<std::pair<CLI::App*, std::unique_ptr<synoptic::Command>>> commands;
    for (const synoptic::CommandEntry& entry : synoptic::all_commands()) {
        CLI::App* sub = app.add_subcommand(entry.name, entry.description);
        commands.emplace_back(sub, entry.make());
        commands.back().second->setup(*sub);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help and --version
        return app.exit(success);
    } catch (const CLI::ParseError& error) {
        std::cerr << "synoptic: " << error.what() << " (see `synoptic --help`)\n";
        return synoptic::exit_code::usage;
    }
    for (const auto& [sub, command] : commands) {
        if (sub->parsed()) {
            return command->run();
        }
    }
    return synoptic::exit_code::usage;
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGINT, leave_interrupted);
    std::signal(SIGTERM, leave_interrupted);
    try {
        return run(argc, argv);
    } catch (const synoptic::Failure& failure) {
        std::cerr << "synoptic: " << failure.what() << "\n";
        return failure.exit_code();
    } catch (const std::exception& error) {
        std::cerr << "synoptic: stopped by a fault of the program or the machine: " << error.what() << "\n";
        return synoptic::exit_code::failure;
    }
}
