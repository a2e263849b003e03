// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

/// An author as JSON-LD names it.
struct LinkedAuthor {
    std::string name;
    bool is_person = false;  ///< its type is Person, alone or with others
};

/// What schema.org data in JSON-LD says of an article. Empty where it says nothing.
struct LinkedData {
    std::string headline;
    std::string date_published;
    std::string date_modified;
    std::string date_elsewhere;         ///< datePublished of what is neither an article nor a page
    std::vector<LinkedAuthor> authors;  ///< persons and organisations
    std::string publisher;
    std::string article_body;
    std::string url;
    std::string section;
    bool is_article = false;
    bool is_news = false;  ///< a NewsArticle or one of its kinds
};

/// Whether a script's type attribute says that it holds JSON-LD: "application/ld+json; charset=utf-8".
bool is_json_ld(std::string_view type);

/// Adds what one <script type="application/ld+json"> says; what is there already stays. Broken JSON gives what a scan for the keys finds.
void read_linked_data(std::string_view script, LinkedData& data);

}  // namespace synoptic
