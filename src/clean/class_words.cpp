// SPDX-License-Identifier: Apache-2.0
#include "clean/class_words.hpp"

#include <algorithm>

#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

std::string split_names(std::string_view names) {
    std::string words;
    bool inside = false;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const char c = names[i];
        if (is_ascii_space(c)) {
            if (inside) {
                words += "- ";
            }
            inside = false;
            continue;
        }
        const bool is_letter = is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
        if (!inside) {
            words += '-';
        } else if (is_ascii_upper(c) && i > 0 && !is_ascii_upper(names[i - 1]) && is_ascii_alpha(names[i - 1])) {
            words += '-';
        }
        inside = true;
        if (is_letter || is_ascii_digit(c)) {
            words += is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (words.back() != '-') {
            words += '-';
        }
    }
    if (inside) {
        words += '-';
    }
    return words;
}

namespace {

constexpr std::size_t longest_names = 400;  ///< what stands behind is not looked at
constexpr std::size_t most_words = 4;       ///< of a pattern

/// Calls `visit` with each run of up to four words in the split names; stops where it gives true.
template <typename Visit>
bool any_run(std::string_view words, Visit visit) {
    for (std::size_t begin = words.find('-'); begin != std::string_view::npos; begin = words.find('-', begin + 1)) {
        std::size_t end = begin;
        for (std::size_t count = 0; count < most_words; ++count) {
            const std::size_t next = words.find_first_of("- ", end + 1);
            if (next == std::string_view::npos || words[next] == ' ' || next == end + 1) {
                break;
            }
            end = next;
            if (visit(words.substr(begin + 1, end - begin - 1))) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

ClassWords::ClassWords() {
    for (const Row& row : load_table("clean_class_words.tsv")) {
        const std::string_view how = row.at(0);
        std::string pattern(row.at(1));
        if (how == "word") {
            words_.emplace(std::move(pattern), row.at(2));
        } else if (how == "soft") {
            soft_words_.emplace(std::move(pattern), row.at(2));
        } else if (how == "part") {
            parts_.push_back({std::move(pattern), std::string(row.at(2))});
        } else if (how == "body" || how == "content") {
            content_words_.emplace(std::move(pattern), how == "body" ? 2 : 1);
        }
    }
}

const ClassWords& ClassWords::instance() {
    static const ClassWords words;
    return words;
}

std::string_view ClassWords::furniture(std::string_view names, bool if_little_text) const {
    names = names.substr(0, longest_names);
    if (names.empty()) {
        return {};
    }
    std::string_view reason;
    const std::string words = split_names(names);
    const auto look_up = [&](const auto& table) {
        return any_run(words, [&](std::string_view run) {
            const auto found = table.find(run);
            if (found != table.end()) {
                reason = found->second;
            }
            return !reason.empty();
        });
    };
    if (look_up(words_) || (if_little_text && look_up(soft_words_))) {
        return reason;
    }
    const std::string lower = lower_ascii(names);
    for (const Part& part : parts_) {
        if (lower.find(part.pattern) != std::string::npos) {
            return part.reason;
        }
    }
    return {};
}

int ClassWords::content(std::string_view names) const {
    names = names.substr(0, longest_names);
    int best = 0;
    if (!names.empty()) {
        any_run(split_names(names), [&](std::string_view run) {
            const auto found = content_words_.find(run);
            best = std::max(best, found == content_words_.end() ? 0 : found->second);
            return best == 2;
        });
    }
    return best;
}

}  // namespace synoptic
