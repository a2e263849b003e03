// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

/// What schema.org data in JSON-LD says of an article. Empty where it says nothing.
struct LinkedData {
    std::string headline;
    std::string date_published;
    std::string date_modified;
    std::vector<std::string> authors;  ///< persons, and organisations that are not the publisher
    std::string publisher;
    std::string article_body;
    std::string url;
    bool is_article = false;
};

/// Adds what one <script type="application/ld+json"> says; what is there already stays. Broken JSON gives what a scan for the keys finds.
void read_linked_data(std::string_view script, LinkedData& data);

}  // namespace synoptic
