// SPDX-License-Identifier: Apache-2.0
#include "clean/metadata.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "clean/json_ld.hpp"
#include "clean/lines.hpp"
#include "clean/people.hpp"
#include "clean/stated_date.hpp"
#include "clean/tags.hpp"
#include "clean/titles.hpp"
#include "clean/top_lines.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

/// The page's meta tags by lower-case name; the first value of each counts.
using MetaTags = std::map<std::string, std::string, std::less<>>;

std::string plain(std::string_view text) {
    return text.find_first_of("&<") == std::string_view::npos ? fold_space(text) : Dom::parse(text).text_below(0);
}

struct Head {
    MetaTags tags;
    LinkedData data;
    std::string title;  ///< <title>
    std::string canonical;
    std::string language;
};

Head read_head(const Dom& dom) {
    Head head;
    for (std::uint32_t i = 0; i < dom.size(); ++i) {
        switch (dom[i].tag) {
        case Tag::meta: {
            const std::string_view content = dom.attribute(i, Attr::content);
            for (const Attr attribute : {Attr::property, Attr::name, Attr::itemprop}) {
                if (const std::string_view name = dom.attribute(i, attribute); !name.empty() && !trim(content).empty()) {
                    const std::string key = (attribute == Attr::itemprop ? "itemprop:" : "") + lower_ascii(trim(name));
                    head.tags.try_emplace(key, fold_space(content));
                }
            }
            break;
        }
        case Tag::title:
            if (head.title.empty()) {
                for (std::uint32_t j = i; j < dom[i].end; ++j) {
                    head.title += dom[j].tag == Tag::text ? dom.text(j) : std::string_view{};
                }
                head.title = fold_space(head.title);
            }
            break;
        case Tag::link:
            if (head.canonical.empty() && lower_ascii(dom.attribute(i, Attr::rel)) == "canonical") {
                head.canonical = trim(dom.attribute(i, Attr::href));
            }
            break;
        case Tag::script:
            if (lower_ascii(dom.attribute(i, Attr::type)).find("ld+json") != std::string::npos) {
                for (std::uint32_t j = i; j < dom[i].end; ++j) {
                    if (dom[j].tag == Tag::text) {
                        read_linked_data(dom.text(j), head.data);
                    }
                }
            }
            break;
        default:
            if (i == 0 || dom[i].tag == Tag::html) {
                head.language = dom.attribute(i, Attr::lang);
            }
        }
    }
    return head;
}

std::string first_of(const MetaTags& tags, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (const auto found = tags.find(name); found != tags.end()) {
            return found->second;
        }
    }
    return {};
}

/// The headline that is seen: of the headings the one most like what the head says, an <h1> before others.
std::string visible_headline(const Dom& dom, const std::vector<std::string>& stated) {
    std::string best;
    double best_score = 0.0;
    constexpr int most_headings = 100;
    int looked_at = 0;
    std::uint32_t count = 0;
    std::string only;
    for (std::uint32_t i = 0; i < dom.size(); ++i) {
        const Tag tag = dom[i].tag;
        if (tag != Tag::h1 && tag != Tag::h2 && tag != Tag::h3 && dom.attribute(i, Attr::itemprop) != "headline") {
            continue;
        }
        std::string text = dom.text_below(i);
        if (text.empty() || text.size() > 400) {
            continue;
        }
        if (++looked_at > most_headings) {
            break;
        }
        if (tag == Tag::h1) {
            ++count;
            only = text;
        }
        for (const std::string& other : stated) {
            const double longer = static_cast<double>(std::max(count_words(text), count_words(other)));
            const double shorter = static_cast<double>(std::min(count_words(text), count_words(other)));
            double score = word_overlap(text, other) * (0.5 + 0.5 * shorter / std::max(1.0, longer)) + (tag == Tag::h1   ? 0.15
                                                                                                        : tag == Tag::h2 ? 0.05
                                                                                                                         : 0.0);
            score -= shorter < 2 && longer > 2 ? 0.5 : 0.0;
            if (score > best_score + 1e-9) {
                best_score = score;
                best = text;
            }
        }
    }
    if (best_score >= 0.6) {
        return best;
    }
    return stated.empty() && count == 1 ? only : std::string{};
}

void find_title(const Dom& dom, const Head& head, Metadata& found) {
    const std::string site = first_of(head.tags, {"og:site_name"});
    const std::string known = site.empty() ? head.data.publisher : site;
    std::vector<std::string> stated;
    for (const std::string& form :
         {plain(head.data.headline), plain(first_of(head.tags, {"og:title", "twitter:title", "itemprop:headline", "dc.title", "title"})),
          head.title}) {
        if (!form.empty() && form.size() < 1000) {
            stated.push_back(form);
        }
    }
    std::string title = visible_headline(dom, [&] {
        std::vector<std::string> forms = stated;
        for (const std::string& form : stated) {
            for (const std::string_view part : split_title(form)) {
                if (count_words(part) > 1) {
                    forms.emplace_back(part);
                }
            }
        }
        return forms;
    }());
    if (!title.empty() && !known.empty() && bare_words(title) == bare_words(known)) {
        title.clear();
    }
    for (const std::string& form : stated) {
        std::string headline = headline_in_title(form, known);
        if (title.empty() && !headline.empty()) {
            title = headline;
        }
        found.titles.push_back(std::move(headline));
        found.titles.push_back(form);
    }
    if (!title.empty()) {
        found.titles.push_back(title);
        found.title = std::move(title);
    }
}

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

void find_publisher(const Dom& dom, const Head& head, Metadata& found) {
    std::string name = plain(head.data.publisher);
    if (const std::string site = plain(first_of(head.tags, {"og:site_name"})); name.empty() || (!site.empty() && name.size() > 60)) {
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
        name = plain(
            first_of(head.tags, {"dc.publisher", "article:publisher_name", "publisher", "application-name", "apple-mobile-web-app-title"}));
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

void find_author(const Dom& dom, const Head& head, Metadata& found) {
    std::vector<std::string> names;
    const auto add = [&](std::string_view text) {
        for (std::string& name : clean_names(text, found.publisher.value_or(""))) {
            if (std::ranges::none_of(names, [&](const std::string& known) { return fold_case(known) == fold_case(name); })) {
                names.push_back(std::move(name));
            }
        }
    };
    for (const std::string& author : head.data.authors) {
        add(plain(author));
    }
    const auto add_elements = [&](auto holds) {
        for (std::uint32_t i = 0; i < dom.size() && names.empty(); ++i) {
            if (!holds(i) || dom[i].tag == Tag::text) {
                continue;
            }
            std::string text = dom[i].tag == Tag::meta ? std::string(dom.attribute(i, Attr::content)) : dom.text_below(i);
            for (std::uint32_t j = i; j < dom[i].end; ++j) {
                if (dom.attribute(j, Attr::itemprop) == "name") {
                    text = dom[j].tag == Tag::meta ? std::string(dom.attribute(j, Attr::content)) : dom.text_below(j);
                    break;
                }
            }
            if (text.size() < 120) {
                add(text);
            }
        }
    };
    if (names.empty()) {
        add(plain(first_of(head.tags, {"author", "article:author_name", "parsely-author", "sailthru.author", "byl", "dc.creator",
                                       "dcterms.creator", "article:author", "twitter:data1x"})));
    }
    if (names.empty()) {
        add_elements([&](std::uint32_t i) { return dom.attribute(i, Attr::itemprop) == "author"; });
    }
    if (names.empty()) {
        add_elements([&](std::uint32_t i) {
            return dom[i].tag == Tag::a && lower_ascii(dom.attribute(i, Attr::rel)).find("author") != std::string::npos;
        });
    }
    if (names.empty()) {
        add_elements([&](std::uint32_t i) { return names_author_element(dom.attribute(i, Attr::class_)); });
    }
    for (const std::string& name : names) {
        found.author = found.author ? *found.author + ", " + name : name;
    }
}

void find_date(const Dom& dom, const Head& head, Metadata& found) {
    std::optional<Date> in_meta;
    for (const std::string_view name : {"article:published_time",
                                        "og:article:published_time",
                                        "og:published_time",
                                        "itemprop:datepublished",
                                        "datepublished",
                                        "published_time",
                                        "article.published",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "dc.date.issued",
                                        "dcterms.issued",
                                        "dc.date",
                                        "dcterms.date",
                                        "dc.date.created",
                                        "dcterms.created",
                                        "pubdate",
                                        "publishdate",
                                        "publish-date",
                                        "publish_date",
                                        "publication_date",
                                        "published",
                                        "ptime",
                                        "cxenseparse:recs:publishtime",
                                        "article:published",
                                        "displaydate",
                                        "date",
                                        "itemprop:datecreated",
                                        "rbpubdate",
                                        "originalpublicationdate",
                                        "bt:pubdate",
                                        "created"}) {
        if (const auto tag = head.tags.find(name); tag != head.tags.end() && !in_meta) {
            in_meta = find_stated_date(tag->second);
        }
    }
    const auto in_data = find_stated_date(head.data.date_published);
    if (in_data) {
        found.published = Published{*in_data, "json-ld"};
        if (in_meta && std::abs(to_days(*in_data) - to_days(*in_meta)) > 1) {
            found.warnings.push_back({"date conflict", fmt::format("json-ld {}, meta {}", to_iso(*in_data), to_iso(*in_meta))});
        }
        return;
    }
    if (in_meta) {
        found.published = Published{*in_meta, "meta"};
        return;
    }
    for (std::uint32_t i = 0; i < dom.size(); ++i) {
        const bool marked = dom.attribute(i, Attr::itemprop) == "datePublished";
        if (dom[i].tag != Tag::time && !marked) {
            continue;
        }
        std::string_view value = dom.attribute(i, Attr::datetime);
        if (value.empty()) {
            value = dom.attribute(i, Attr::content);
        }
        const auto date = find_stated_date(value.empty() ? std::string_view(dom.text_below(i)) : value);
        if (date && (marked || dom.has_attribute(i, Attr::pubdate) || !found.published)) {
            found.published = Published{*date, "time"};
            if (marked) {
                return;
            }
        }
    }
}

}  // namespace

Metadata read_metadata(const Dom& dom) {
    const Head head = read_head(dom);
    Metadata found;
    found.language = head.language;
    found.article_body = head.data.article_body;
    found.url = head.canonical.starts_with("http") ? head.canonical : first_of(head.tags, {"og:url"});
    find_title(dom, head, found);
    find_publisher(dom, head, found);
    find_author(dom, head, found);
    find_date(dom, head, found);
    return found;
}

}  // namespace synoptic
