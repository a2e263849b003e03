// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>

namespace CLI {
class App;
}

namespace synoptic {

/// One subcommand. `setup` only declares options and opens nothing; `run` is called once they are parsed and gives the exit code.
class Command {
public:
    virtual ~Command() = default;
    virtual void setup(CLI::App& app) = 0;
    virtual int run() = 0;
};

namespace exit_code {
constexpr int ok = 0;
constexpr int failure = 1;
constexpr int usage = 2;
constexpr int some_inputs_skipped = 3;
constexpr int interrupted = 130;
}  // namespace exit_code

struct CommandEntry {
    const char* name;
    const char* description;
    std::unique_ptr<Command> (*make)();
};

/// All subcommands, in the order `synoptic --help` lists them. One file each in this folder.
std::span<const CommandEntry> all_commands();

std::unique_ptr<Command> make_read();
std::unique_ptr<Command> make_dossier();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_diff();
std::unique_ptr<Command> make_extract();
std::unique_ptr<Command> make_analyze();
std::unique_ptr<Command> make_copies();
std::unique_ptr<Command> make_group();
std::unique_ptr<Command> make_code();
std::unique_ptr<Command> make_train();
std::unique_ptr<Command> make_manual();
std::unique_ptr<Command> make_completions();

}  // namespace synoptic
