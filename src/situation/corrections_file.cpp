// SPDX-License-Identifier: Apache-2.0
// The corrections file: TOML (https://toml.io) with arrays of tables, each key checked, each fault told with its line.
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <initializer_list>

#include "core/failure.hpp"
#include "situation/corrections.hpp"

namespace synoptic {

namespace {

constexpr std::array<std::string_view, 5> kinds = {"claim", "conflict", "event", "position", "quote"};

class FileReader {
public:
    FileReader(const toml::table& root, std::string_view path) : root_(root), path_(path) {}

    Corrections run() const {
        Corrections corrections;
        for (const auto& [key, value] : root_) {
            if (key == "same_actor") {
                read_entries(value, key, {"names"}, [&](const toml::table& entry) { corrections.same_actor.push_back(names(entry)); });
            } else if (key == "not_same") {
                read_entries(value, key, {"names"}, [&](const toml::table& entry) { corrections.not_same.push_back(names(entry)); });
            } else if (key == "not_event") {
                read_entries(value, key, {"sentence", "type"},
                             [&](const toml::table& entry) { corrections.not_event.push_back(place(entry, "sentence", "type")); });
            } else if (key == "wrong_speaker") {
                read_entries(value, key, {"quote", "speaker"},
                             [&](const toml::table& entry) { corrections.wrong_speaker.push_back(place(entry, "quote", "speaker")); });
            } else if (key == "hide") {
                read_entries(value, key, {"words", "what"}, [&](const toml::table& entry) {
                    corrections.hide.push_back(place(entry, "words", "what"));
                    if (std::ranges::find(kinds, corrections.hide.back().value) == kinds.end()) {
                        fail(entry, fmt::format("'what' must be one of {}", fmt::join(kinds, ", ")));
                    }
                });
            } else {
                fail(key.source(),
                     fmt::format("'{}' is no correction; there are same_actor, not_same, not_event, wrong_speaker and hide", key.str()));
            }
        }
        return corrections;
    }

private:
    static std::uint32_t line_of(const toml::node& node) { return node.source().begin.line; }

    [[noreturn]] void fail(const toml::source_region& where, const std::string& what) const {
        throw Failure(fmt::format("{}:{}: {}", path_, where.begin.line, what));
    }
    [[noreturn]] void fail(const toml::node& where, const std::string& what) const { fail(where.source(), what); }

    template <typename Read>
    void read_entries(const toml::node& value, const toml::key& key, std::initializer_list<std::string_view> known,
                      const Read& read) const {
        const toml::array* entries = value.as_array();
        if (entries == nullptr || !entries->is_array_of_tables()) {
            fail(value, fmt::format("write each correction under a heading of its own: [[{}]]", key.str()));
        }
        for (const toml::node& node : *entries) {
            const toml::table& entry = *node.as_table();
            for (const auto& [name, unused] : entry) {
                if (std::ranges::find(known, name.str()) == known.end()) {
                    fail(name.source(),
                         fmt::format("'{}' means nothing in [[{}]]; it takes {}", name.str(), key.str(), fmt::join(known, ", ")));
                }
            }
            read(entry);
        }
    }

    Corrections::Names names(const toml::table& entry) const {
        Corrections::Names read{.line = line_of(entry)};
        const toml::array* list = entry["names"].as_array();
        if (list == nullptr || list->size() < 2 || !list->is_homogeneous(toml::node_type::string)) {
            fail(entry, "'names' must be a list of two or more names: names = [\"...\", \"...\"]");
        }
        for (const toml::node& name : *list) {
            read.names.push_back(*name.value<std::string>());
        }
        return read;
    }

    Corrections::Place place(const toml::table& entry, std::string_view words, std::string_view value) const {
        Corrections::Place read{.line = line_of(entry)};
        for (const auto& [name, text] : {std::pair(words, &read.words), std::pair(value, &read.value)}) {
            if (const toml::node* node = entry.get(name)) {
                if (!node->is_string()) {
                    fail(*node, fmt::format("'{}' must be a text in quotation marks", name));
                }
                *text = *node->value<std::string>();
            }
        }
        if (read.words.empty()) {
            fail(entry, fmt::format("'{}' is missing: some words of it, as they stand in the text", words));
        }
        return read;
    }

    const toml::table& root_;
    std::string_view path_;
};

}  // namespace

Corrections parse_corrections(std::string_view toml, std::string_view path) {
    try {
        const toml::table root = toml::parse(toml, path);
        return FileReader(root, path).run();
    } catch (const toml::parse_error& error) {
        throw Failure(fmt::format("{}:{}: {}", path, error.source().begin.line, error.description()));
    }
}

}  // namespace synoptic
