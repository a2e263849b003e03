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

ClassWords::ClassWords() {
    for (const Row& row : load_table("clean_class_words.tsv")) {
        const std::string_view how = row.at(0);
        std::string pattern(row.at(1));
        if (how == "word") {
            words_.push_back({"-" + pattern + "-", std::string(row.at(2))});
        } else if (how == "part") {
            parts_.push_back({pattern, std::string(row.at(2))});
        } else if (how == "body") {
            body_.push_back("-" + pattern + "-");
        } else if (how == "content") {
            content_.push_back("-" + pattern + "-");
        }
    }
}

const ClassWords& ClassWords::instance() {
    static const ClassWords words;
    return words;
}

std::string_view ClassWords::furniture(std::string_view names) const {
    if (names.empty()) {
        return {};
    }
    const std::string words = split_names(names);
    for (const Entry& entry : words_) {
        if (words.find(entry.pattern) != std::string::npos) {
            return entry.reason;
        }
    }
    const std::string lower = lower_ascii(names);
    for (const Entry& entry : parts_) {
        if (lower.find(entry.pattern) != std::string::npos) {
            return entry.reason;
        }
    }
    return {};
}

int ClassWords::content(std::string_view names) const {
    if (names.empty()) {
        return 0;
    }
    const std::string words = split_names(names);
    const auto found = [&](const std::string& pattern) { return words.find(pattern) != std::string::npos; };
    return std::ranges::any_of(body_, found) ? 2 : std::ranges::any_of(content_, found) ? 1 : 0;
}

}  // namespace synoptic
