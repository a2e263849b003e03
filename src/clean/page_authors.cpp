// SPDX-License-Identifier: Apache-2.0
#include "clean/page_authors.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "clean/lines.hpp"
#include "clean/people.hpp"
#include "clean/stated_date.hpp"
#include "clean/tags.hpp"
#include "clean/titles.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t longest_author = 200;   ///< bytes of an element that holds nothing but names
constexpr std::uint32_t largest_author = 40;  ///< and its nodes
constexpr std::size_t most_authors = 30;

using Names = std::vector<std::string>;

void add_name(Names& names, std::string name) {
    if (names.size() < most_authors &&
        std::ranges::none_of(names, [&](const std::string& known) { return fold_case(known) == fold_case(name); })) {
        names.push_back(std::move(name));
    }
}

bool has_person(const Names& names) { return std::ranges::any_of(names, is_like_person); }

/// Whether `more` names each of `fewer`, and one more or one more fully: "Todd Bates" and "Todd"; "Ann Lee, Bo Ek" and "Ann Lee".
bool completes(const Names& more, const Names& fewer) {
    bool adds = more.size() > fewer.size();
    return std::ranges::all_of(fewer,
                               [&](const std::string& short_name) {
                                   return std::ranges::any_of(more, [&](const std::string& long_name) {
                                       adds = adds || count_words(long_name) > count_words(short_name);
                                       return word_overlap(long_name, short_name) == 1.0 &&
                                              count_words(long_name) >= count_words(short_name);
                                   });
                               }) &&
           adds && std::ranges::all_of(more, is_like_person);
}

class AuthorSeeker {
public:
    AuthorSeeker(const Dom& dom, const NodeNames& names, const PageLines& lines, std::string_view publisher)
        : dom_(dom), lines_(lines), publisher_(publisher) {
        for (std::uint32_t i = 0; i < dom.size(); ++i) {
            mark(i, names);
        }
    }

    Names in_head(const PageHead& head) const {
        Names names;
        const std::string_view label = head.first_of({"twitter:label1"});
        const bool is_labelled = !label.empty() && drop_byline_opening(std::string(label) + " X") == "X";
        for (const std::string_view name :
             {"author", "article:author_name", "parsely-author", "sailthru.author", "byl", "og:author", "shareaholic:article_author_name",
              "cxenseparse:author", "dc.creator", "dcterms.creator", "article:author", "authors", "author_name", "dc.creator.personalname",
              "og:article:author", "page.author", "rbauthors", "twitter:data1x", "twitter:data1"}) {
            if (name == "twitter:data1" && !is_labelled) {
                continue;
            }
            Names found = clean_names(plain(head.first_of({name})), publisher_, true);
            if (names.empty() || (has_person(found) && !has_person(names))) {
                names = std::move(found);
            }
        }
        if (!has_person(names)) {
            Names cited;
            for (const std::string& author : head.citation_authors) {
                add_cited(author, cited);
            }
            names = cited.empty() ? names : cited;
        }
        return names;
    }

    Names in_data(const PageHead& head) const {
        Names names;
        for (const LinkedAuthor& author : head.data.authors) {
            const std::string name = plain(author.name);
            // a blog may bear its author's name
            const std::string_view own = author.is_person && is_like_person(name) ? std::string_view{} : publisher_;
            for (std::string& one : clean_names(name, own, true)) {
                add_name(names, std::move(one));
            }
        }
        return names;
    }

    /// Names in elements that the page marks as the author's: by the headline, or if `anywhere` outside asides.
    Names in_elements(bool anywhere) const {
        Names loose;
        for (const std::vector<std::uint32_t>& nodes : marked_) {
            for (const std::uint32_t i : nodes) {
                if (lines_.is_aside(i)) {
                    continue;
                }
                const std::size_t line = lines_.line_of(i);
                const bool near = line < lines_.size() && lines_.place(line) != PageLines::Place::far;
                if (near == anywhere) {
                    continue;
                }
                Names names = in_element(i);
                if (has_person(names)) {
                    return names;
                }
                if (loose.empty()) {
                    loose = std::move(names);
                }
            }
        }
        return loose;
    }

    /// Names in lines by the headline that open like a byline; if `anywhere`, in lines that do so beyond doubt.
    Names in_lines(bool anywhere) const {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const std::string_view text = lines_[i].text;
            if (lines_[i].aside || !lines_[i].whole || text.size() < 4 || text.size() > 160 ||
                (lines_.place(i) == PageLines::Place::far) != anywhere) {
                continue;
            }
            const std::string_view rest = drop_byline_opening(text);
            if (rest.size() == text.size() || (ends_like_sentence(text) && count_words(text) > 12)) {
                continue;
            }
            const std::string_view opening = trim(text.substr(0, text.size() - rest.size()));
            if (anywhere && !opening.ends_with(':') && opening.find(' ') == std::string_view::npos) {
                continue;
            }
            Names names = in_nodes(lines_[i].begin, lines_[i].end);
            if (has_person(names) || (!anywhere && names.size() == 1 && count_words(text) <= 3)) {
                return names;
            }
        }
        return {};
    }

    /// A person's name that stands alone in a line beside a date by the headline.
    Names beside_date() const {
        const auto has_date = [&](std::size_t i) {
            return i < lines_.size() && lines_[i].whole && lines_[i].text.size() < 100 &&
                   find_stated_date(lines_[i].text, DateOrder::day_first);
        };
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const std::string_view text = lines_[i].text;
            if (lines_[i].aside || lines_.place(i) == PageLines::Place::far || text.size() > 60 ||
                (i >= lines_.headline() && i < lines_.headline_end()) || !is_like_person(text) ||
                !(has_date(i + 1) || (i > 0 && has_date(i - 1)))) {
                continue;
            }
            if (Names names = clean_names(text, publisher_); has_person(names)) {
                return names;
            }
        }
        return {};
    }

private:
    /// Puts an element that is marked as the author's among its like.
    void mark(std::uint32_t i, const NodeNames& names) {
        const Dom::Node& node = dom_[i];
        if (node.attribute_count == 0 || any_of(node.tag, Tag::body, Tag::html, Tag::article, Tag::main, Tag::img)) {
            return;
        }
        if (const std::string_view property = dom_.attribute(i, Attr::itemprop); property == "author" || property == "creator") {
            marked_[0].push_back(i);
        }
        if (const std::string_view rel = dom_.attribute(i, Attr::rel);
            !rel.empty() && node.tag != Tag::link && lower_ascii(rel).find("author") != std::string::npos) {
            marked_[1].push_back(i);
        }
        if (names.by_class(i).is_author) {
            marked_[2].push_back(i);
        }
    }

    void add_all(std::string_view text, Names& names) const {
        for (std::string& name : clean_names(text, publisher_)) {
            add_name(names, std::move(name));
        }
    }

    /// "Lee, Ann" => "Ann Lee"
    void add_cited(std::string_view author, Names& names) const {
        const std::size_t comma = author.find(", ");
        if (comma != std::string_view::npos && author.find(',', comma + 1) == std::string_view::npos && author.find(' ') > comma) {
            add_all(std::string(author.substr(comma + 2)) + ' ' + std::string(author.substr(0, comma)), names);
        } else {
            add_all(author, names);
        }
    }

    [[nodiscard]] Names in_element(std::uint32_t at) const {
        Names names;
        if (dom_[at].tag == Tag::meta) {
            add_all(dom_.attribute(at, Attr::content), names);
            return names;
        }
        for (std::uint32_t i = at; i < dom_[at].end; ++i) {
            if (dom_.attribute(i, Attr::itemprop) == "name") {
                add_all(dom_[i].tag == Tag::meta ? std::string(dom_.attribute(i, Attr::content)) : dom_.text_below(i), names);
            }
        }
        if (!names.empty() || dom_[at].end - at > largest_author) {
            return names;
        }
        const std::string text = dom_.text_below(at);
        return text.size() > longest_author ? names : in_nodes(at, dom_[at].end);
    }

    /// The names in the texts of a run of nodes: those that are links, or the first text that is a name with what "and" adds to it.
    [[nodiscard]] Names in_nodes(std::uint32_t begin, std::uint32_t end) const {
        Names linked;
        std::string joined;
        for (std::uint32_t i = begin; i < end; ++i) {
            if (any_of(dom_[i].tag, Tag::script, Tag::style, Tag::noscript, Tag::template_, Tag::svg, Tag::button)) {
                i = dom_[i].end - 1;
                continue;
            }
            if (dom_[i].tag != Tag::text || trim(dom_.text(i)).empty()) {
                continue;
            }
            const std::string part = fold_space(dom_.text(i));
            if (dom_[i].in_link) {
                for (std::string& name : clean_names(part, publisher_)) {
                    if (is_like_person(name)) {
                        add_name(linked, std::move(name));
                    }
                }
            }
            if (!joined.empty()) {
                joined += is_joint(joined, part) ? " " : " | ";
            }
            joined += part;
        }
        if (!linked.empty()) {
            return linked;
        }
        for (std::string_view rest = joined; !rest.empty();) {
            const std::size_t bar = std::min(rest.find(" | "), rest.size());
            Names names = clean_names(rest.substr(0, bar), publisher_);
            if (!names.empty()) {
                return names;
            }
            rest.remove_prefix(std::min(bar + 3, rest.size()));
        }
        return {};
    }

    /// Whether two texts beside each other read as one: "By" and a name, a name and "and", a comma.
    static bool is_joint(std::string_view before, std::string_view after) {
        constexpr std::array<std::string_view, 8> ends = {"and", "&", ",", "und", "et", "y", "e", ";"};
        const auto says = [&](std::string_view word) { return std::ranges::find(ends, word) != ends.end(); };
        const std::string_view last = before.substr(before.find_last_of(' ') + 1);
        const std::string_view first = after.substr(0, after.find(' '));
        return says(last) || says(first) || before.ends_with(',') || after.starts_with(',') || before.ends_with(';') ||
               drop_byline_opening(std::string(before) + " X") == "X";
    }

    const Dom& dom_;
    const PageLines& lines_;
    std::string_view publisher_;
    std::array<std::vector<std::uint32_t>, 3> marked_;  ///< by itemprop, by rel, by their class
};

}  // namespace

void find_authors(const Dom& dom, const NodeNames& names, const PageHead& head, const PageLines& lines, Metadata& found) {
    const std::string publisher = found.publisher.value_or("");
    const AuthorSeeker seeker(dom, names, lines, publisher);
    Names best;
    const auto consider = [&](Names more) {
        if (!more.empty() && (best.empty() || (has_person(more) && !has_person(best)) || completes(more, best))) {
            best = std::move(more);
        }
    };
    consider(seeker.in_data(head));
    consider(seeker.in_head(head));
    consider(seeker.in_elements(false));
    if (!has_person(best)) {
        consider(seeker.in_lines(false));
    }
    // what is less sure fills a gap, but corrects nothing
    if (best.empty()) {
        consider(seeker.beside_date());
    }
    if (best.empty()) {
        consider(seeker.in_elements(true));
    }
    if (best.empty()) {
        consider(seeker.in_lines(true));
    }
    for (const std::string& name : best) {
        found.author = found.author ? *found.author + ", " + name : name;
    }
}

}  // namespace synoptic
