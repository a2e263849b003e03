// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coding/coder.hpp"
#include "core/text.hpp"
#include "language/analyzer.hpp"
#include "situation/build.hpp"
#include "situation/check.hpp"

namespace synoptic::test {

/// A story of invented accounts, analysed and coded as the pipeline would do it.
class TestStory {
public:
    /// Adds an account; `copy_of` is the number of the account it copies. Paragraphs are parted by empty lines.
    TestStory& add(std::string_view text, std::string_view published = "2031-05-15", std::optional<std::uint32_t> copy_of = std::nullopt) {
        static const Coder coder;
        Document document = analyzed(text, published);
        const auto number = static_cast<std::uint32_t>(documents_.size());
        events_.push_back(coder.code(document));
        documents_.push_back(std::move(document));
        story_.documents.push_back(number);
        lineage_.source_of.push_back(copy_of);
        lineage_.relation_of.push_back(copy_of ? Relation::copy : Relation::original);
        lineage_.account_of.push_back(copy_of ? lineage_.account_of[*copy_of] : number);
        return *this;
    }

    [[nodiscard]] Situation build(const Corrections& corrections = {}) const {
        return build_situation(story_, documents_, events_, lineage_, corrections);
    }
    [[nodiscard]] const Document& document(std::uint32_t number) const { return documents_[number]; }

    [[nodiscard]] CheckedSentence check(std::string_view sentence) const {
        static const Coder coder;
        const Document asked = analyzed(sentence, {});
        return check_sentence(asked, coder.code(asked), story_, documents_, events_, lineage_, {});
    }

private:
    [[nodiscard]] Document analyzed(std::string_view text, std::string_view published) const {
        static const Analyzer analyzer;
        Document document;
        document.text = std::string(text);
        document.id = make_id<DocTag>({document.text, std::to_string(documents_.size())});
        document.path = "account" + std::to_string(documents_.size());
        document.language = "en";
        if (const auto date = parse_iso(published)) {
            document.published = Published{.date = *date, .basis = "meta"};
        }
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find("\n\n", begin), text.size());
            document.blocks.push_back(
                {.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, .kind = BlockKind::paragraph});
            begin = end == text.size() ? end : end + 2;
        }
        analyzer.analyze(document);
        return document;
    }

    std::vector<Document> documents_;
    std::vector<std::vector<CodedEvent>> events_;
    Lineage lineage_;
    Story story_;
};

inline const Actor* actor_with(const Situation& situation, std::string_view form) {
    for (const Actor& actor : situation.actors) {
        if (actor.name == form || std::ranges::find(actor.aliases, form) != actor.aliases.end()) {
            return &actor;
        }
    }
    return nullptr;
}

inline std::size_t conflicts_of(const Situation& situation, ConflictKind kind) {
    return static_cast<std::size_t>(std::ranges::count(situation.conflicts, kind, &Conflict::kind));
}

}  // namespace synoptic::test
