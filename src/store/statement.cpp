// SPDX-License-Identifier: Apache-2.0
#include "store/statement.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "core/failure.hpp"

namespace synoptic {

void throw_store_failure(sqlite3* connection) {
    const char* file = sqlite3_db_filename(connection, "main");
    const std::string quoted = file == nullptr ? "'?'" : fmt::format("'{}'", std::filesystem::path(file).filename().string());
    const std::string name = "the database " + quoted;
    switch (sqlite3_errcode(connection)) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw Failure(name + " is in use by another program; try again when that has finished");
    case SQLITE_FULL:
        throw Failure(name + " cannot grow: the disk is full; free some space and run the same command again");
    case SQLITE_CORRUPT:
        throw Failure(name + " is damaged; read the inputs into a new one");
    case SQLITE_NOTADB:
        throw Failure(quoted + " is not a synoptic database");
    case SQLITE_READONLY:
        throw Failure(
            sqlite3_extended_errcode(connection) == SQLITE_READONLY_ROLLBACK
                ? name + " was being written when a run was stopped; run `synoptic read` on it once, with leave to write, to put it right"
                : name + " cannot be written: you have no leave to write it");
    case SQLITE_CANTOPEN:
        throw Failure(name + " cannot be opened; look at its folder and your leave to use it");
    case SQLITE_IOERR:
        throw Failure(name + " cannot be read or written: the disk reports a fault");
    case SQLITE_NOMEM:
        throw Failure("the memory is used up");
    default:
        throw Failure(fmt::format("{} could not be used: {}", name, sqlite3_errmsg(connection)));
    }
}

void execute(sqlite3* connection, const std::string& sql) {
    if (sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw_store_failure(connection);
    }
}

SqlStatement::SqlStatement(sqlite3* connection, std::string_view sql) : connection_(connection) {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &prepared, nullptr) != SQLITE_OK) {
        throw_store_failure(connection);
    }
    statement_.reset(prepared);
}

SqlStatement& SqlStatement::bind(int parameter, std::string_view text) {
    const char* bytes = text.data() == nullptr ? "" : text.data();
    if (sqlite3_bind_text64(statement_.get(), parameter + 1, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK) {
        throw_store_failure(connection_);
    }
    return *this;
}

SqlStatement& SqlStatement::bind(int parameter, std::int64_t number) {
    sqlite3_bind_int64(statement_.get(), parameter + 1, number);
    return *this;
}

SqlStatement& SqlStatement::bind_null(int parameter) {
    sqlite3_bind_null(statement_.get(), parameter + 1);
    return *this;
}

SqlStatement& SqlStatement::bind_or_null(int parameter, std::string_view text) {
    return text.empty() ? bind_null(parameter) : bind(parameter, text);
}

bool SqlStatement::step() {
    const int outcome = sqlite3_step(statement_.get());
    if (outcome == SQLITE_ROW) {
        return true;
    }
    if (outcome != SQLITE_DONE) {
        throw_store_failure(connection_);
    }
    sqlite3_reset(statement_.get());
    return false;
}

std::string_view SqlStatement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return bytes == nullptr ? std::string_view{}
                            : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::optional<std::string> SqlStatement::optional_text(int column) const {
    if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) {
        return std::nullopt;
    }
    return std::string(text(column));
}

std::int64_t SqlStatement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

Transaction::Transaction(sqlite3* connection) : connection_(connection) { execute(connection, "BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    if (open_) {
        sqlite3_exec(connection_, "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit() {
    execute(connection_, "COMMIT");
    open_ = false;
}

}  // namespace synoptic
