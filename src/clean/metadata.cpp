// SPDX-License-Identifier: Apache-2.0
#include "clean/metadata.hpp"

#include <algorithm>

#include "clean/lines.hpp"
#include "clean/page_authors.hpp"
#include "clean/page_dates.hpp"
#include "clean/page_head.hpp"
#include "clean/page_lines.hpp"
#include "clean/page_title.hpp"
#include "clean/tags.hpp"
#include "clean/titles.hpp"
#include "clean/top_lines.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

/// Whether the words stand in a text of the page's body that is no link and no longer than a line.
bool is_in_text(const Dom& dom, std::string_view words) {
    const std::string wanted = bare_words(words);
    for (std::uint32_t i = 0; i < dom.size() && !wanted.empty(); ++i) {
        if (dom[i].tag == Tag::text && !dom[i].in_link && dom[i].text.size() < 300 && dom[dom[i].parent].tag != Tag::title &&
            !is_heading(dom[dom[i].parent].tag) && bare_words(dom.text(i)).find(wanted) != std::string::npos) {
            return true;
        }
    }
    return false;
}

/// What the picture above the headline is called, if the page has that name in its text too.
std::string name_in_logo(const Dom& dom) {
    for (std::uint32_t i = 0; i < dom.size() && !is_heading(dom[i].tag); ++i) {
        if (dom[i].tag != Tag::img) {
            continue;
        }
        std::string name = fold_space(dom.attribute(i, Attr::alt));
        if (lower_ascii(name).ends_with(" logo")) {
            name.resize(name.size() - 5);
        }
        if (name.size() >= 4 && count_words(name) <= 7 && is_name_like(name)) {
            return is_in_text(dom, name) ? name : std::string{};
        }
    }
    return {};
}

void find_publisher(const Dom& dom, const PageHead& head, Metadata& found) {
    std::string name = plain(head.data.publisher);
    if (const std::string site = plain(head.first_of({"og:site_name"})); name.empty() || (!site.empty() && name.size() > 60)) {
        name = site.empty() ? name : site;
    }
    if (name.empty()) {
        for (std::uint32_t i = 0; i < dom.size() && name.empty(); ++i) {
            if (dom.attribute(i, Attr::itemprop) == "publisher") {
                for (std::uint32_t j = i; j < dom[i].end && name.empty(); ++j) {
                    if (dom.attribute(j, Attr::itemprop) == "name") {
                        name = dom[j].tag == Tag::meta ? plain(dom.attribute(j, Attr::content)) : dom.text_below(j);
                    }
                }
            }
        }
    }
    if (name.empty()) {
        name =
            plain(head.first_of({"dc.publisher", "article:publisher_name", "publisher", "application-name", "apple-mobile-web-app-title"}));
    }
    if (name.empty() && found.title) {
        name = site_in_title(head.title, *found.title);
        if (split_title(head.title).size() < 2 && !is_in_text(dom, name)) {  // "Opinion: It held" names no site
            name.clear();
        }
    }
    if (name.empty()) {
        name = name_in_logo(dom);
    }
    if (!name.empty() && name.size() <= 100 && name.find("://") == std::string::npos) {
        found.publisher = std::move(name);
    }
}

std::string address_in(const PageHead& head) {
    return head.canonical.starts_with("http") ? head.canonical : std::string(head.first_of({"og:url"}));
}

}  // namespace

Metadata read_metadata(const Dom& dom, const NodeNames& names) {
    const PageHead head = read_head(dom);
    Metadata found;
    found.language = head.language;
    found.article_body = head.data.article_body;
    found.url = address_in(head);
    const std::uint32_t headline = find_title(dom, names, head, found);
    const PageLines lines(dom, names, headline);
    find_publisher(dom, head, found);
    find_authors(dom, names, head, lines, found);
    find_dates(dom, head, lines, found);
    const std::string section = plain(head.data.section.empty() ? head.first_of({"article:section", "parsely-section", "section"})
                                                                : std::string_view(head.data.section));
    if (!section.empty() && section.size() < 100) {
        found.section = section;
    }
    return found;
}

std::vector<DayCandidate> read_days(const Dom& dom) {
    const PageHead head = read_head(dom);
    Metadata found;
    found.url = address_in(head);
    const NodeNames names(dom);
    const PageLines lines(dom, names, find_title(dom, names, head, found));
    return weigh_days(find_date_witnesses(dom, head, lines, found.url));
}

}  // namespace synoptic
