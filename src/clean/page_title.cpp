// SPDX-License-Identifier: Apache-2.0
#include "clean/page_title.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "clean/lines.hpp"
#include "clean/page_lines.hpp"
#include "clean/titles.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t longest_headline = 400;  ///< bytes
constexpr std::size_t most_headings = 100;

struct Heading {
    std::uint32_t node = PageLines::nowhere;
    Tag tag = Tag::other;
    std::string text;
    double score = 0.0;  ///< how like it is to what the head states
};

/// Whether an address is that of a site's first page: "/", "https://a.example", "index.html".
bool is_front_page(std::string_view href) {
    if (const std::size_t archived = href.find("/http"); archived != std::string_view::npos) {
        href.remove_prefix(archived + 1);
    }
    const std::size_t scheme = href.find("://");
    if (scheme != std::string_view::npos) {
        const std::size_t path = href.find('/', scheme + 3);
        href = path == std::string_view::npos ? "/" : href.substr(path);
    }
    return href == "/" || href.starts_with("/index.") || href.starts_with("index.") || href == "./";
}

/// A heading that holds a link to the first page is the site's name.
bool leads_home(const Dom& dom, std::uint32_t heading) {
    const auto is_home = [&](std::uint32_t i) {
        return dom[i].tag == Tag::a && (dom.attribute(i, Attr::rel) == "home" || is_front_page(dom.attribute(i, Attr::href)));
    };
    for (std::uint32_t i = heading + 1; i < dom[heading].end; ++i) {
        if (is_home(i)) {
            return true;
        }
    }
    return is_home(dom[heading].parent);
}

/// What the head states of the title, made ready to be compared.
struct Stated {
    std::size_t count = 0;  ///< words
    TitleWords words;
};

double likeness(std::size_t words, const TitleWords& text, const Stated& stated) {
    const auto longer = static_cast<double>(std::max(words, stated.count));
    const auto shorter = static_cast<double>(std::min(words, stated.count));
    return word_overlap(text, stated.words) * (0.5 + 0.5 * shorter / std::max(1.0, longer)) - (shorter < 2 && longer > 2 ? 0.5 : 0.0);
}

std::vector<Heading> headings_of(const Dom& dom, const NodeNames& names, const std::vector<std::string>& forms) {
    std::vector<Stated> stated;
    for (const std::string& form : forms) {
        stated.push_back({count_words(form), TitleWords(form)});
    }
    std::vector<Heading> headings;
    for (std::uint32_t i = 0; i < dom.size() && headings.size() < most_headings; ++i) {
        const Tag tag = dom[i].tag;
        const bool marked = dom.attribute(i, Attr::itemprop) == "headline" && tag != Tag::meta;
        if (tag != Tag::h1 && tag != Tag::h2 && tag != Tag::h3 && !marked) {
            continue;
        }
        Heading heading{.node = i, .tag = tag, .text = dom.text_below(i)};
        if (heading.text.empty() || heading.text.size() > longest_headline || names.by_class(i).is_no_headline ||
            names.by_id(i).is_no_headline || (tag == Tag::h1 && leads_home(dom, i))) {
            continue;
        }
        const std::size_t count = count_words(heading.text);
        const TitleWords words(heading.text);
        for (const Stated& other : stated) {
            heading.score = std::max(heading.score, likeness(count, words, other));
        }
        heading.score += heading.score > 0.0 ? marked || tag == Tag::h1 ? 0.15 : tag == Tag::h2 ? 0.05 : 0.0 : 0.0;
        headings.push_back(std::move(heading));
    }
    return headings;
}

/// The headline that is seen: of the headings the one most like what the head says; where none is quite like that, the only <h1>.
Heading visible_headline(const Dom& dom, const NodeNames& names, const std::vector<std::string>& stated) {
    constexpr double alike = 0.6;
    constexpr double the_same = 0.95;
    std::vector<Heading> headings = headings_of(dom, names, stated);
    if (headings.empty()) {
        return {};
    }
    const auto best = std::ranges::max_element(headings, {}, &Heading::score);
    if (best->score >= the_same || (best->score >= alike && best->tag == Tag::h1)) {
        return *best;
    }
    const auto is_first = [](const Heading& heading) { return heading.tag == Tag::h1 && count_words(heading.text) >= 2; };
    if (std::ranges::count_if(headings, is_first) == 1) {
        return *std::ranges::find_if(headings, is_first);
    }
    return best->score >= alike ? *best : Heading{};
}

/// Soft hyphens taken out.
std::string without_soft_hyphens(std::string text) {
    for (std::size_t at = text.find("\u00AD"); at != std::string::npos; at = text.find("\u00AD", at)) {
        text.erase(at, 2);
    }
    return text;
}

}  // namespace

std::uint32_t find_title(const Dom& dom, const NodeNames& names, const PageHead& head, Metadata& found) {
    const std::string_view site = head.first_of({"og:site_name"});
    const std::string known(site.empty() ? head.data.publisher : site);
    std::vector<std::string> stated;
    for (const std::string& form :
         {plain(head.data.headline), plain(head.first_of({"og:title", "twitter:title", "itemprop:headline", "dc.title", "title"})),
          head.title}) {
        if (!form.empty() && form.size() < 1000) {
            stated.push_back(form);
        }
    }
    std::vector<std::string> forms = stated;
    for (const std::string& form : stated) {
        for (const std::string_view part : split_title(form)) {
            if (count_words(part) > 1) {
                forms.emplace_back(part);
            }
        }
    }
    Heading headline = visible_headline(dom, names, forms);
    if (!known.empty() && bare_words(headline.text) == bare_words(known)) {
        headline = {};
    }
    std::string title = std::move(headline.text);
    for (const std::string& form : stated) {
        std::string part = headline_in_title(form, known);
        if (title.empty() && !part.empty()) {
            title = part;
        }
        found.titles.push_back(std::move(part));
        found.titles.push_back(form);
    }
    if (!title.empty()) {
        found.titles.push_back(title);
        found.title = without_soft_hyphens(std::move(title));
    }
    return headline.node;
}

}  // namespace synoptic
