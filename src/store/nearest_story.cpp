// SPDX-License-Identifier: Apache-2.0
#include "store/nearest_story.hpp"

#include <algorithm>
#include <vector>

#include "core/failure.hpp"
#include "core/text.hpp"
#include "store/database.hpp"
#include "store/statement.hpp"
#include "store/story_record.hpp"

namespace synoptic {

namespace {

/// "No \"toll\" road!" => "\"no\" OR \"toll\" OR \"road\"": a query of the text index in which nothing of the sentence is syntax.
std::string any_word(std::string_view sentence) {
    std::string plain;
    for (const char c : fold_accents(sentence)) {
        plain += is_ascii_alpha(c) || is_ascii_digit(c) || (c & 0x80) != 0 ? c : ' ';
    }
    std::string query;
    for (const std::string_view word : split(plain, ' ')) {
        if (!word.empty()) {
            query += (query.empty() ? "\"" : " OR \"") + std::string(word) + "\"";
        }
    }
    return query;
}

}  // namespace

std::string nearest_story(const Database& database, std::string_view sentence) {
    if (const std::string query = any_word(sentence); !query.empty()) {
        SqlStatement nearest(database.handle(), "SELECT s.story FROM texts t JOIN document d ON d.key = t.rowid "
                                                "JOIN story_document s ON s.document = d.id WHERE texts MATCH ? ORDER BY bm25(texts), d.id "
                                                "LIMIT 1");
        if (nearest.bind(0, query).step()) {
            return std::string(nearest.text(0));
        }
    }
    const std::vector<StorySummary> stories = list_stories(database);
    if (stories.empty()) {
        throw Failure("the database holds no story");
    }
    return std::ranges::max_element(stories, {}, &StorySummary::documents)->id;
}

}  // namespace synoptic
