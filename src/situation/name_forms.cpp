// SPDX-License-Identifier: Apache-2.0
#include "situation/name_forms.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "core/text.hpp"

namespace synoptic {

namespace {

/// A name whose kind one document cannot tell may be known from another: see build_forms().
bool may_name_an_actor(EntityKind kind) { return kind != EntityKind::event; }

constexpr std::array<std::string_view, 30> calendar_words = {
    "monday", "tuesday", "wednesday", "thursday", "friday",    "saturday",  "sunday",  "january",   "february", "march",
    "april",  "may",     "june",      "july",     "august",    "september", "october", "november",  "december", "am",
    "pm",     "a.m.",    "p.m.",      "today",    "yesterday", "tomorrow",  "morning", "afternoon", "evening",  "night"};

bool is_calendar_word(std::string_view word) { return std::ranges::find(calendar_words, word) != calendar_words.end(); }

class Collector {
public:
    Collector(const StoryInput& input, const Offices& offices) : input_(input), offices_(offices) {}

    NameForms run() {
        for (std::uint32_t document : input_.story.documents) {
            collect(document);
        }
        build_forms();
        return std::move(names_);
    }

private:
    void collect(std::uint32_t document) {
        const Analysis& analysis = input_.analysis(document);
        std::vector<NameUse> found;
        const auto overlaps = [&](std::uint32_t first, std::uint32_t last) {
            return std::ranges::any_of(found, [&](const NameUse& use) { return use.first < last && first < use.last; });
        };
        for (const Entity& entity : analysis.entities) {
            if (may_name_an_actor(entity.kind) && entity.first < entity.last && !overlaps(entity.first, entity.last)) {
                found.push_back(trimmed(document, entity.first, entity.last, entity.kind));
            }
        }
        for (const Mention& mention : analysis.mentions) {
            const bool covered =
                std::ranges::any_of(analysis.entities, [&](const Entity& e) { return e.first < mention.last && mention.first < e.last; });
            if (mention.kind == MentionKind::name && may_name_an_actor(mention.entity) && !covered && mention.first < mention.last &&
                !overlaps(mention.first, mention.last)) {
                found.push_back(trimmed(document, mention.first, mention.last, mention.entity));
            }
        }
        std::ranges::sort(found, {}, [](const NameUse& use) { return std::tuple(use.first, use.last); });
        std::erase_if(found, [](const NameUse& use) { return use.first >= use.last; });
        names_.uses.insert(names_.uses.end(), found.begin(), found.end());
    }

    /// Drops article, possessive ending and title from a name's tokens.
    NameUse trimmed(std::uint32_t document, std::uint32_t first, std::uint32_t last, EntityKind kind) const {
        const Document& text = input_.documents[document];
        const auto word = [&](std::uint32_t token) { return text.view(text.analysis.tokens[token]); };
        while (first < last &&
               (is_calendar_word(fold_accents(word(first))) || (first + 1 < last && text.analysis.tokens[first].upos == Upos::DET))) {
            ++first;
        }
        while (last > first + 1 && (word(last - 1) == "'s" || word(last - 1) == "\u2019s" || word(last - 1) == "'" ||
                                    word(last - 1) == "\u2019" || word(last - 1) == ",")) {
            // the apostrophe of "Shipowners' League" stands inside; one at the end is a possessive
            --last;
        }
        NameUse use{.document = document, .title = first, .first = first, .last = last, .kind = kind};
        if (kind == EntityKind::person) {
            use.first += offices_.title_length(text, first, last);
        }
        return use;
    }

    std::string_view text_of(const NameUse& use) const {
        const Document& document = input_.documents[use.document];
        return Span{document.analysis.tokens[use.first].begin, document.analysis.tokens[use.last - 1].end}.in(document.text);
    }

    static constexpr auto unknown = static_cast<std::size_t>(EntityKind::other);

    void build_forms() {
        std::map<std::string, std::uint32_t> numbers;
        std::vector<std::map<std::string, std::size_t>> spellings;
        std::vector<std::array<std::size_t, 8>> votes;
        for (NameUse& use : names_.uses) {
            std::string text = fold_space(text_of(use));
            if (text.size() > 4 && text.ends_with('.') && text.find('.') + 1 == text.size()) {
                text.pop_back();
            }
            const std::string key = name_key(text);
            const auto [at, fresh] = numbers.emplace(key, static_cast<std::uint32_t>(names_.forms.size()));
            if (fresh) {
                names_.forms.push_back({.key = key, .words = name_words(key)});
                spellings.emplace_back();
                votes.push_back({});
            }
            use.group = at->second;
            NameForm& form = names_.forms[at->second];
            ++form.count;
            ++spellings[at->second][text];
            ++votes[at->second][static_cast<std::size_t>(use.kind)];
            if (form.documents.empty() || form.documents.back() != use.document) {
                form.documents.push_back(use.document);
            }
        }
        for (std::size_t i = 0; i < names_.forms.size(); ++i) {
            if (votes[i][unknown] < names_.forms[i].count) {
                votes[i][unknown] = 0;  // some document knows better
            }
            names_.forms[i].kind = static_cast<EntityKind>(std::distance(votes[i].begin(), std::ranges::max_element(votes[i])));
            names_.forms[i].text = std::ranges::max_element(spellings[i], {}, [](const auto& s) { return s.second; })->first;
        }
    }

    const StoryInput& input_;
    const Offices& offices_;
    NameForms names_;
};

}  // namespace

NameForms collect_name_forms(const StoryInput& input, const Offices& offices) { return Collector(input, offices).run(); }

std::string name_key(std::string_view text) {
    std::string key = fold_accents(text);
    std::erase_if(key, [](char c) { return c == '.' || c == '\''; });
    return key.starts_with("the ") ? key.substr(4) : key;
}

std::vector<std::string> name_words(std::string_view key) {
    std::vector<std::string> words;
    for (std::string_view word : split(key, ' ')) {
        if (!word.empty()) {
            words.emplace_back(word);
        }
    }
    return words;
}

}  // namespace synoptic
