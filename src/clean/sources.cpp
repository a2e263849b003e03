// SPDX-License-Identifier: Apache-2.0
#include "clean/sources.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <set>

#include "clean/lines.hpp"
#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::size_t longest_source = 200;
constexpr std::size_t longest_link = 2000;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

class Outlets {
public:
    static const Outlets& instance() {
        static const Outlets outlets;
        return outlets;
    }
    /// The longest known outlet's name that `text` begins with; "" if none.
    [[nodiscard]] std::string_view at_front(std::string_view text) const {
        std::string_view best;
        if (text.empty() || is_lower(text.front())) {
            return best;
        }
        for (const std::string& name : names_) {
            if (name.size() > best.size() && text.starts_with(name) &&
                (text.size() == name.size() || (!is_ascii_alpha(text[name.size()]) && !is_ascii_digit(text[name.size()])))) {
                best = text.substr(0, name.size());
            }
        }
        return best;
    }

private:
    Outlets() {
        for (const Row& row : load_table("clean_outlets.tsv")) {
            names_.emplace_back(row.at(0));
        }
    }
    std::vector<std::string> names_;
};

class Collector {
public:
    explicit Collector(std::string_view own) : own_(fold_accents(own)) {}

    void add(std::string_view source) {
        source = trim(source);
        const std::string folded = fold_accents(source);
        if (source.empty() || source.size() > longest_source ||
            (!own_.empty() && (own_.find(folded) != std::string::npos || folded.find(own_) != std::string::npos))) {
            return;
        }
        if (seen_.insert(folded).second) {
            found_.emplace_back(source);
        }
    }
    std::vector<std::string> take() { return std::move(found_); }

private:
    std::string own_;
    std::set<std::string> seen_;
    std::vector<std::string> found_;
};

/// A name at the front of `text`: words with a capital or a digit, at most five. "24brussels." => "24brussels"
std::string_view name_at_front(std::string_view text) {
    std::size_t end = 0;
    int words = 0;
    while (words < 5) {
        std::size_t at = end == 0 ? 0 : end + 1;
        if (at >= text.size() || (end != 0 && text[end] != ' ') || !(is_ascii_upper(text[at]) || is_ascii_digit(text[at]))) {
            break;
        }
        while (at < text.size() && text[at] != ' ' && text[at] != ',' && text[at] != ';' && text[at] != ')' && text[at] != '"' &&
               !text.substr(at).starts_with("\u201D") && !(text[at] == '.' && (at + 1 == text.size() || text[at + 1] == ' '))) {
            ++at;
        }
        end = at;
        ++words;
    }
    return text.substr(0, end);
}

/// What may name a source stands after one of these ("told Gulfdesk", ", reports Gulfdesk.") or before it (", Gulfdesk reported.").
const re2::RE2& source_cues() {
    static const re2::RE2 cues("(told |informed |telling |according to |reported by |interview with |interview to |quoted by |cited by )"
                               "|(, reports |, reported |, as reported by |, writes |, as reports )"
                               "|( reports\\.| reported\\.| has reported\\.| reports:)");
    return cues;
}

std::string_view without_article(std::string_view text) {
    text.remove_prefix(text.starts_with("the ") ? 4 : 0);
    return text;
}

/// "told the newspaper Gulfdesk that": a name where the text says that it is an outlet's, else a known outlet's.
void add_told(std::string_view rest, Collector& found) {
    for (const std::string_view kind :
         {"the outlet ", "the newspaper ", "the news agency ", "news agency ", "the broadcaster ", "the magazine ", "the website ",
          "the daily ", "the state news agency ", "state news agency ", "the agency "}) {
        if (rest.starts_with(kind)) {
            found.add(name_at_front(without_article(rest.substr(kind.size()))));
            return;
        }
    }
    found.add(Outlets::instance().at_front(without_article(rest)));
}

/// "..., reports 24brussels." at the end of a sentence
void add_reporting(std::string_view rest, Collector& found) {
    rest = without_article(rest);
    const std::string_view name = name_at_front(rest);
    if (!name.empty() && (rest.size() == name.size() || rest[name.size()] == '.')) {
        found.add(name);
    }
}

/// "..., Reuters reports." at the end of a sentence
void add_closing(std::string_view before, Collector& found) {
    const std::size_t comma = before.rfind(", ");
    if (comma != std::string_view::npos && before.size() - comma < 40) {
        const std::string_view name = without_article(before.substr(comma + 2));
        if (!name.empty() && Outlets::instance().at_front(name).size() == name.size()) {
            found.add(name);
        }
    }
}

void add_in_running_text(std::string_view text, Collector& found) {
    enum { whole, told, reporting, closing, groups };
    std::array<re2::StringPiece, groups> match;
    for (std::size_t from = 0;
         source_cues().Match({text.data(), text.size()}, from, text.size(), re2::RE2::UNANCHORED, match.data(), groups);) {
        const auto begin = static_cast<std::size_t>(match[whole].data() - text.data());
        const std::string_view rest = text.substr(begin + match[whole].size());
        if (match[told].data() != nullptr) {
            add_told(rest, found);
        } else if (match[reporting].data() != nullptr) {
            add_reporting(rest, found);
        } else {
            add_closing(text.substr(0, begin), found);
        }
        from = begin + 1;
    }
}

/// One line may hold several notes: "[1] CNN, ... [2] BBC News, ...".
void add_footnotes(std::string_view line, Collector& found) {
    while (is_footnote(line)) {
        line = trim(line.substr(line.find(']') + 1));
        std::size_t end = line.find(" [");
        while (end != std::string_view::npos && !is_footnote(line.substr(end + 1))) {
            end = line.find(" [", end + 1);
        }
        std::string_view note = trim(line.substr(0, end));
        const std::string_view outlet = note.substr(0, note.find(','));
        const std::string_view after = trim(note.substr(std::min(outlet.size() + 1, note.size())));
        const bool names_work = after.starts_with('"') || after.starts_with("\u201C");
        found.add(names_work || Outlets::instance().at_front(note).size() == outlet.size() ? outlet : note);
        line = end == std::string_view::npos ? std::string_view{} : line.substr(end + 1);
    }
}

}  // namespace

bool is_footnote(std::string_view line) {
    if (!line.starts_with('[')) {
        return false;
    }
    const std::size_t close = line.find(']');
    return close != std::string_view::npos && close >= 2 && close <= 4 &&
           line.substr(1, close - 1).find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<std::string> declared_sources(const Pieces& pieces, std::string_view own) {
    Collector found(own);
    for (const Piece& piece : pieces) {
        if (is_footnote(piece.text)) {
            add_footnotes(piece.text, found);
        } else if (piece.stays()) {
            add_in_running_text(piece.text, found);
        }
    }
    return found.take();
}

std::string drop_markdown_links(std::string_view text, std::vector<std::string>& sources) {
    std::string plain;
    plain.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t middle = text.find("](http", at);
        if (middle == std::string_view::npos) {
            break;
        }
        const std::size_t length = text.substr(middle, longest_link).find(')');
        const std::size_t close = middle + length;
        std::size_t open = text.rfind('[', middle);
        if (length == std::string_view::npos || open == std::string_view::npos || open < at) {
            plain += text.substr(at, middle + 1 - at);
            at = middle + 1;
            continue;
        }
        std::string_view label = text.substr(open + 1, middle - open - 1);
        const bool doubled = open > at && text[open - 1] == '[' && label.ends_with(']');
        if (doubled) {
            --open;
            label.remove_suffix(1);
        }
        const bool is_citation = !label.empty() && label.find_first_not_of("0123456789") == std::string_view::npos;
        plain += text.substr(at, open - at);
        if (is_citation) {
            while (!plain.empty() && plain.back() == ' ') {
                plain.pop_back();
            }
            std::string_view host = text.substr(middle + 2, close - middle - 2);
            host.remove_prefix(std::min(host.find("://"), host.size() - 3) + 3);
            host = host.substr(0, host.find_first_of("/:?#"));
            host.remove_prefix(host.starts_with("www.") ? 4 : 0);
            if (!host.empty() && std::ranges::find(sources, host) == sources.end()) {
                sources.emplace_back(host);
            }
        } else {
            plain += label;
        }
        at = close + 1;
    }
    plain += text.substr(std::min(at, text.size()));
    return plain;
}

}  // namespace synoptic
