#include "commands/command.hpp"
namespace synoptic { namespace { struct Stub final : Command { void setup(CLI::App&) override {} int run() override { return 1; } }; } std::unique_ptr<Command> make_train() { return std::make_unique<Stub>(); } }
