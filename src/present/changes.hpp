// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace synoptic {

class Database;

enum class ChangeKind { added, gone, changed };

/// One thing that two databases do not have alike.
struct Change {
    std::string of;  ///< document | actor | quote | event | claim | conflict | position
    ChangeKind kind = ChangeKind::added;
    std::string id;      ///< in the later database; of what is gone, in the earlier one
    std::string text;    ///< what it is, for the reader
    std::string before;  ///< of what is changed: how it stood, "2 accounts for, 0 against"
    std::string after;
};

/// What is new, gone or changed from the earlier database to the later one, documents first, then kind by kind in the order of the
/// stories, what is gone after what is new. The same thing is known by its id, or else by what it says.
std::vector<Change> find_changes(const Database& earlier, const Database& later);

/// Lines for a reader, under a heading for each kind; "Nothing differs." where there is no change.
std::string changes_text(const std::vector<Change>& changes);
/// One JSON object a line: of, change, id, text, before, after.
std::string changes_json(const std::vector<Change>& changes);

}  // namespace synoptic
