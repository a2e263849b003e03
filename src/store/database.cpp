// SPDX-License-Identifier: Apache-2.0
// Opening and refusing files, and the small tables; documents.cpp and stories.cpp write the rest.
#include "store/database.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "core/asset.hpp"
#include "core/failure.hpp"
#include "store/state.hpp"
#include "store/statement.hpp"

namespace synoptic {

namespace {

constexpr std::int64_t application_id = 0x53594E4F;  // "SYNO"
constexpr std::int64_t schema_version = 3;
constexpr int patience_ms = 5000;

std::int64_t pragma(sqlite3* connection, std::string_view name) {
    SqlStatement statement(connection, fmt::format("PRAGMA {}", name));
    return statement.step() ? statement.number(0) : 0;
}

bool is_blank(sqlite3* connection) {
    SqlStatement tables(connection, "SELECT count(*) FROM sqlite_master");
    return tables.step() && tables.number(0) == 0 && pragma(connection, "application_id") == 0;
}

void create_schema(sqlite3* connection) {
    Transaction transaction(connection);
    if (is_blank(connection)) {  // another run may have been faster
        execute(connection, std::string(asset("schema.sql")));
        execute(connection, fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, schema_version));
    }
    transaction.commit();
}

/// Refuses what sqlite3_open would take or create without a word.
void check_path(const std::string& path, Database::Mode mode) {
    namespace fs = std::filesystem;
    std::error_code problem;
    const fs::file_status status = fs::status(path, problem);
    if (fs::is_directory(status)) {
        throw Failure(fmt::format("'{}' is a folder, not a database", path));
    }
    if (fs::exists(status)) {
        return;
    }
    if (mode == Database::Mode::read_only) {
        throw Failure(fmt::format("there is no database '{}'", path));
    }
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty() && !fs::is_directory(folder, problem)) {
        throw Failure(fmt::format("there is no folder '{}' to put the database in", folder.string()));
    }
}

void check_schema(sqlite3* connection, const std::string& path) {
    if (pragma(connection, "application_id") != application_id) {
        throw Failure(fmt::format("'{}' is not a synoptic database", path));
    }
    const std::int64_t version = pragma(connection, "user_version");
    if (version > schema_version) {
        throw Failure(fmt::format("'{}' was made by a newer synoptic (schema {}; this program knows {}): use the newer program", path,
                                  version, schema_version));
    }
    if (version < schema_version) {
        throw Failure(
            fmt::format("'{}' was made by an older synoptic (schema {}; this program writes {}): read the inputs into a new database", path,
                        version, schema_version));
    }
}

}  // namespace

Database::Database(const std::string& path, Mode mode) : state_(std::make_unique<State>()) {
    check_path(path, mode);
    // An absolute path: SQLite would take ":memory:" and "" for something else than a file.
    std::error_code problem;
    const std::filesystem::path absolute = std::filesystem::absolute(path, problem);
    const int flags = mode == Mode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* connection = nullptr;
    const int outcome = sqlite3_open_v2(problem ? path.c_str() : absolute.c_str(), &connection, flags, nullptr);
    state_->connection.reset(connection);
    if (outcome != SQLITE_OK) {
        const int cause = connection == nullptr ? 0 : sqlite3_system_errno(connection);
        throw Failure(fmt::format("the database '{}' cannot be opened: {}", path, cause == 0 ? "unknown cause" : std::strerror(cause)));
    }
    sqlite3_busy_timeout(connection, patience_ms);
    // A file may come from strangers: their schema gets no hold on the program. (The trigger that feeds the text index needs a trusted
    // one.)
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, mode == Mode::create_or_update ? 1 : 0, nullptr);
    execute(connection, "PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY");
    if (mode == Mode::create_or_update && is_blank(connection)) {
        create_schema(connection);
    }
    check_schema(connection, path);
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

sqlite3* Database::handle() const { return state_->get(); }

bool Database::holds(const DocId& id) const {
    const std::string hex = to_hex(id);
    SqlStatement found(state_->get(), "SELECT 1 FROM document WHERE id = ?");
    return found.bind(0, hex).step();
}

void Database::add_rejects(std::span<const RejectRow> rejects) {
    if (rejects.empty()) {
        return;
    }
    Transaction transaction(state_->get());
    SqlStatement add(state_->get(), "INSERT OR REPLACE INTO reject VALUES (?, ?, ?)");
    for (const RejectRow& reject : rejects) {
        add.run(reject.path, reject.record, reject.reason);
    }
    transaction.commit();
}

bool Database::out_of_date() const {
    SqlStatement mark(state_->get(), "SELECT value FROM meta WHERE name = 'stories'");
    return !mark.step() || mark.text(0) != "current";
}

std::string Database::corrections() const {
    SqlStatement kept(state_->get(), "SELECT value FROM meta WHERE name = 'corrections'");
    return kept.step() ? std::string(kept.text(0)) : std::string();
}

void Database::set_corrections(std::string_view toml) {
    if (toml == corrections()) {
        return;
    }
    Transaction transaction(state_->get());
    SqlStatement(state_->get(), "INSERT OR REPLACE INTO meta VALUES ('corrections', ?)").run(toml);
    mark_stories(state_->get(), true);
    transaction.commit();
}

void mark_stories(sqlite3* connection, bool out_of_date) {
    SqlStatement(connection, "INSERT OR REPLACE INTO meta VALUES ('stories', ?)")
        .run(std::string_view(out_of_date ? "out of date" : "current"));
}

namespace {

void empty(sqlite3* connection, std::initializer_list<std::string_view> tables) {
    for (const std::string_view table : tables) {
        execute(connection, fmt::format("DELETE FROM {}", table));
    }
}

}  // namespace

void clear_lineage(sqlite3* connection) {
    empty(connection, {"account", "account_document", "account_tie", "derivation", "passage", "story", "story_document"});
}

void clear_stories(sqlite3* connection) {
    clear_lineage(connection);
    empty(connection, {"sentence", "actor", "alias", "role", "quote", "same_quote", "quote_variant", "outcome", "event", "event_actor",
                       "claim", "claim_actor", "conflict", "side", "position", "timeline", "citation"});
}

}  // namespace synoptic
