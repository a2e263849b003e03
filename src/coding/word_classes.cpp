// SPDX-License-Identifier: Apache-2.0
#include "coding/word_classes.hpp"

#include <fmt/format.h>

#include "core/failure.hpp"
#include "core/text.hpp"

namespace synoptic {

WordClasses::WordClasses() : classes_(1) {}

WordId WordClasses::add(std::string_view lemma) {
    if (const auto found = words_.find(lemma); found != words_.end()) {
        return found->second;
    }
    const auto word = static_cast<WordId>(classes_.size());
    words_.emplace(lemma, word);
    classes_.emplace_back();
    return word;
}

WordId WordClasses::find(std::string_view lemma) const {
    const auto found = words_.find(lemma);
    return found == words_.end() ? no_word : found->second;
}

void WordClasses::add_form(std::string_view form, std::string_view lemma) { forms_.emplace(form, lemma); }

WordId WordClasses::lemma_of_form(std::string_view form) const {
    const auto found = forms_.find(form);
    return found == forms_.end() ? no_word : find(found->second);
}

int WordClasses::find_class(std::string_view name) const {
    const auto found = class_bits_.find(name);
    return found == class_bits_.end() ? -1 : found->second;
}

void WordClasses::add_to_class(std::string_view name, std::string_view lemma) {
    if (const int bit = find_class(name); bit >= 0) {
        classes_[add(lemma)].set(static_cast<std::size_t>(bit));
    }
}

void WordClasses::add_classes(std::string_view table, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        const std::string_view name = row.at(0);
        if (name.empty() || row.at(1).empty()) {
            throw Failure(fmt::format("{}, line {}: expected a class name, a tab and its words", table, row.line));
        }
        auto [entry, is_new] = class_bits_.try_emplace(std::string(name), static_cast<int>(class_bits_.size()));
        if (is_new && class_bits_.size() > ClassSet{}.size()) {
            throw Failure(fmt::format("{}, line {}: more than {} word classes", table, row.line, ClassSet{}.size()));
        }
        const auto bit = static_cast<std::size_t>(entry->second);
        for (const std::string_view word : split(row.at(1), ' ')) {
            if (word.empty()) {
                continue;
            }
            if (word.front() != '@') {
                classes_[add(word)].set(bit);
                continue;
            }
            const int other = find_class(word.substr(1));
            if (other < 0) {
                throw Failure(fmt::format("{}, line {}: class {} is not defined before this line", table, row.line, word));
            }
            for (ClassSet& each : classes_) {
                if (each[static_cast<std::size_t>(other)]) {
                    each.set(bit);
                }
            }
        }
    }
}

}  // namespace synoptic
