// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <memory>

#include "store/database.hpp"

namespace synoptic {

/// What Database keeps: its connection.
struct Database::State {
    struct Close {
        void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
    };
    std::unique_ptr<sqlite3, Close> connection;

    [[nodiscard]] sqlite3* get() const { return connection.get(); }
};

/// Empties all that was made of the documents: accounts, stories, situations. Within the caller's transaction.
void clear_stories(sqlite3* connection);
/// Empties accounts, derivations and the list of stories, but not their situations. Within the caller's transaction.
void clear_lineage(sqlite3* connection);
/// Gives a stored document another text with its blocks, and another list of what was cut. Within the caller's transaction.
void rewrite_text(sqlite3* connection, const Document& document);
/// Sets the mark that Database::out_of_date() reads.
void mark_stories(sqlite3* connection, bool out_of_date);

}  // namespace synoptic
