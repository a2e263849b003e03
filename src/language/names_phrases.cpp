// SPDX-License-Identifier: Apache-2.0
#include "language/names_phrases.hpp"

#include <algorithm>

#include "core/text.hpp"

namespace synoptic {

namespace {

/// The leading run of letters, digits and bytes of non-ASCII letters: "U.S." => "U".
std::string_view first_run(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() &&
           (is_ascii_alpha(text[end]) || is_ascii_digit(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80U)) {
        if (text.substr(end).starts_with("\u2019") || text.substr(end).starts_with("\u2011") || text.substr(end).starts_with("\u2010")) {
            break;
        }
        ++end;
    }
    return text.substr(0, end);
}

/// The bytes of `text` at `at` that `phrase` matches, or 0.
std::size_t matched(std::string_view text, std::size_t at, std::string_view phrase) {
    const std::size_t start = at;
    for (std::size_t p = 0; p < phrase.size(); ++p) {
        const std::string_view rest = at < text.size() ? text.substr(at) : std::string_view{};
        if (rest.empty()) {
            return 0;
        }
        if (phrase[p] == ' ') {
            const std::size_t before = at;
            while (at < text.size() && (is_ascii_space(text[at]) || text.substr(at).starts_with("\xC2\xA0"))) {
                at += is_ascii_space(text[at]) ? 1 : 2;
            }
            if (at == before || at > before + 4) {
                return 0;
            }
        } else if (phrase[p] == rest.front()) {
            ++at;
        } else if ((phrase[p] == '\'' && rest.starts_with("\u2019")) ||
                   (phrase[p] == '-' && (rest.starts_with("\u2010") || rest.starts_with("\u2011")))) {
            at += 3;
        } else {
            return 0;
        }
    }
    return at - start;
}

}  // namespace

void PhraseTable::add(std::string_view phrase, std::uint32_t value) {
    std::string written = letters_ == Case::any ? lower_ascii(phrase) : std::string(phrase);
    const std::string key(first_run(written));
    if (key.empty()) {
        return;
    }
    auto& entries = by_first_word_[key];
    if (std::ranges::any_of(entries, [&](const Entry& entry) { return entry.phrase == written; })) {
        return;
    }
    const auto place = std::ranges::find_if(entries, [&](const Entry& entry) { return entry.phrase.size() < written.size(); });
    entries.insert(place, Entry{.phrase = std::move(written), .value = value});
}

PhraseTable::Match PhraseTable::longest(const Words& words, std::uint32_t i) const {
    const std::string_view text = letters_ == Case::any ? words.lower_text() : words.text();
    const std::string_view key = first_run(letters_ == Case::any ? words.lower(i) : words.at(i));
    const auto found = by_first_word_.find(key);
    if (key.empty() || found == by_first_word_.end()) {
        return {};
    }
    for (const Entry& entry : found->second) {
        const std::size_t length = matched(text, words.token(i).begin, entry.phrase);
        if (length == 0) {
            continue;
        }
        const std::size_t end = words.token(i).begin + length;
        std::uint32_t last = i;
        while (last < words.size() && words.token(last).end < end) {
            ++last;
        }
        if (last < words.size() && words.token(last).end == end) {
            return {.value = entry.value, .last = last + 1};
        }
    }
    return {};
}

}  // namespace synoptic
