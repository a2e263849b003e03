// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "commands/command.hpp"

namespace synoptic {

std::span<const CommandEntry> all_commands() {
    static constexpr std::array entries = {
        CommandEntry{"read", "Read accounts into a database and rebuild what they describe", make_read},
        CommandEntry{"dossier", "Write a story as one HTML page", make_dossier},
        CommandEntry{"export", "Print the stories of a database as data", make_export},
        CommandEntry{"check", "Tell which accounts speak for a sentence and which against it", make_check},
        CommandEntry{"diff", "Tell what is new, gone or changed from one database to another", make_diff},
        CommandEntry{"extract", "Print the articles of pages, and what was cut from them", make_extract},
        CommandEntry{"analyze", "Print sentences, syntax, names, times and quotations", make_analyze},
        CommandEntry{"copies", "Print which documents copy or rewrite which", make_copies},
        CommandEntry{"group", "Print which documents tell one story", make_group},
        CommandEntry{"code", "Print the events that sentences report", make_code},
        CommandEntry{"train", "Train the language models from annotated text", make_train},
        CommandEntry{"manual", "Print a manual page", make_manual},
        CommandEntry{"completions", "Print completions for a shell", make_completions},
    };
    return entries;
}

}  // namespace synoptic
