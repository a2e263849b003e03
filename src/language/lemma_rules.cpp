// SPDX-License-Identifier: Apache-2.0
#include "language/lemma_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>
#include <vector>

#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t longest_ending = 6;

/// Names keep their capitals; all other words are looked at in lower case.
std::string base_form(std::string_view tag, std::string_view form) {
    std::string base = tag.starts_with("PROPN") ? std::string(form) : fold_case(form);
    for (std::size_t at = base.find("\u2019"); at != std::string::npos; at = base.find("\u2019", at)) {
        base.replace(at, std::string_view("\u2019").size(), "'");
    }
    return base;
}

/// The edit that makes `lemma` of `form`. ("making", "make") => "3+e"
std::string edit_between(std::string_view form, std::string_view lemma) {
    const auto [left, right] = std::ranges::mismatch(form, lemma);
    return fmt::format("{}+{}", std::distance(left, form.end()), std::string_view(right, lemma.end()));
}

std::string edited(std::string_view form, std::string_view edit) {
    std::size_t cut = 0;
    const auto [end, error] = std::from_chars(edit.data(), edit.data() + edit.size(), cut);
    if (error != std::errc() || cut > form.size()) {
        return std::string(form);
    }
    const bool inside_character = cut > 0 && (static_cast<unsigned char>(form[form.size() - cut]) & 0xC0U) == 0x80U;
    if (inside_character) {
        return std::string(form);
    }
    std::string out(form.substr(0, form.size() - cut));
    out += edit.substr(edit.find('+') + 1);
    return out.empty() ? std::string(form) : out;
}

/// The keys of a word from the most general one: its tag, its endings of one to six bytes, the whole word.
std::vector<std::string> keys_of(std::string_view tag, std::string_view base) {
    std::vector<std::string> keys;
    for (std::size_t length = 0; length <= std::min(longest_ending, base.size()); ++length) {
        keys.push_back(fmt::format("{}\t{}", tag, base.substr(base.size() - length)));
    }
    keys.push_back(fmt::format("{}\t^{}", tag, base));
    return keys;
}

}  // namespace

void LemmaRules::learn(const Examples& examples) {
    rules_.clear();
    std::vector<std::map<std::string, std::map<std::string, int>>> levels(longest_ending + 2);
    for (const auto& [example, count] : examples) {
        const auto& [tag, form, lemma] = example;
        const std::string base = base_form(tag, form);
        const std::string edit = edit_between(base, lemma);
        const std::vector<std::string> keys = keys_of(tag, base);
        for (std::size_t i = 0; i < keys.size(); ++i) {
            levels[i + 1 == keys.size() ? longest_ending + 1 : i][keys[i]][edit] += i + 1 == keys.size() ? count : 1;
        }
    }
    for (std::size_t level = 0; level < levels.size(); ++level) {
        for (const auto& [key, edits] : levels[level]) {
            const auto best = std::ranges::max_element(edits, {}, [](const auto& each) { return each.second; });
            const std::size_t tab = key.find('\t');
            const bool whole = level == longest_ending + 1;
            const std::string_view base = std::string_view(key).substr(tab + (whole ? 2 : 1));
            if (!whole && level > 0 && best->second < 2) {
                continue;
            }
            const std::string_view tag = std::string_view(key).substr(0, tab);
            std::string present = "0+";
            for (const std::string& shorter : keys_of(tag, base)) {
                const auto known = rules_.find(shorter);
                if (known != rules_.end()) {
                    present = known->second;
                }
            }
            if (present != best->first || level == 0) {
                rules_[key] = best->first;
            }
        }
    }
}

std::string LemmaRules::lemma(std::string_view tag, std::string_view form) const {
    const std::string base = base_form(tag, form);
    std::string key = fmt::format("{}\t^{}", tag, base);
    if (const auto known = rules_.find(key); known != rules_.end()) {
        return edited(base, known->second);
    }
    for (std::size_t length = std::min(longest_ending, base.size()) + 1; length-- > 0;) {
        key.resize(tag.size() + 1);
        key += std::string_view(base).substr(base.size() - length);
        if (const auto known = rules_.find(key); known != rules_.end()) {
            return edited(base, known->second);
        }
    }
    return base;
}

std::string LemmaRules::to_text() const {
    std::vector<std::string> lines;
    for (const auto& [key, edit] : rules_) {
        lines.push_back(key + "\t" + edit + "\n");
    }
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines) {
        text += line;
    }
    return text;
}

LemmaRules LemmaRules::from_text(std::string_view text) {
    LemmaRules rules;
    for (const std::string_view line : split(text, '\n')) {
        const std::size_t tab = line.rfind('\t');
        if (tab != std::string_view::npos) {
            rules.rules_.emplace(line.substr(0, tab), line.substr(tab + 1));
        }
    }
    return rules;
}

}  // namespace synoptic
