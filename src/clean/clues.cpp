// SPDX-License-Identifier: Apache-2.0
#include "clean/clues.hpp"

#include <algorithm>
#include <bitset>
#include <string>
#include <utility>

#include "clean/biography.hpp"
#include "clean/furniture.hpp"
#include "clean/lines.hpp"
#include "clean/phrases.hpp"
#include "clean/running_text.hpp"
#include "clean/surroundings.hpp"
#include "clean/titles.hpp"
#include "clean/word_map.hpp"
#include "core/text.hpp"

namespace synoptic {

const std::array<std::string_view, clue_count> clue_names = {
    "length",     "words",        "sentence",     "colon",        "shout",         "question",     "quoted",       "digits",
    "capitals",   "upper",        "short-words",  "marks",        "commas",        "address",      "reader",       "lower",
    "clock",      "rule",         "rule-ends",    "menu",         "byline",        "life-strong",  "life-weak",    "author",
    "publisher",  "title",        "repeats",      "kind",         "stays",         "reason",       "place",        "from-first",
    "to-last",    "text-before",  "kept-near",    "gap-before",   "gap-after",     "ends-before",  "label",        "kept-text",
    "lines",      "kept-share",   "linked",       "in-root",      "named",         "tag",          "depth",        "below-root",
    "made-alike", "alike-count",  "alike-length", "siblings",     "parent-linked", "outer-linked", "parent-text",  "odd",
    "teaser",     "content",      "soft",         "strong",       "slanted",       "known-words",  "common-words", "said",
    "sentences",  "from-core",    "to-core-end",  "core-lines",   "core-share",    "run-before",   "run-after",    "wide-before",
    "wide-after", "short-before", "short-after",  "again-before", "again-after"};

float reason_number(std::string_view reason) {
    constexpr std::array<std::string_view, 13> reasons = {"repeated", "other",  "caption",    "related",    "advert",  "biography", "legal",
                                                          "share",    "footer", "navigation", "newsletter", "comment", "cookie"};
    const auto found = std::ranges::find(reasons, reason);
    return reason.empty() ? 0.0F : 1.0F + static_cast<float>(found - reasons.begin());
}

namespace {

constexpr std::size_t near = 4;  ///< lines on each side
constexpr std::size_t few = 8;
constexpr std::size_t many = 20;
constexpr std::size_t longest_label = 60;  ///< bytes
constexpr std::size_t label_reach = 8;     ///< lines
constexpr std::size_t longest_echo = 400;  ///< bytes compared with the title
constexpr std::size_t shortest_echo = 4;

/// One line's clues, by name.
class Line {
public:
    explicit Line(ClueRow& row) : row_(row) {}
    void set(Clue what, float value) { row_[static_cast<std::size_t>(what)] = value; }
    void set(Clue what, bool value) { set(what, value ? 1.0F : 0.0F); }
    void set(Clue what, std::size_t value) { set(what, static_cast<float>(value)); }

private:
    ClueRow& row_;
};

float share(std::size_t part, std::size_t whole) { return whole == 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(whole); }

bool is_upper_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == 0xC3 && at + 1 < text.size()) {
        return static_cast<unsigned char>(text[at + 1]) <= 0x9E;
    }
    return is_ascii_upper(text[at]) || byte == 0xD0;  // most Cyrillic capitals
}

/// "2024", "19:30": four digits of a year, or digits around a colon.
bool holds_clock(std::string_view text) {
    for (std::size_t i = 0; i + 3 < text.size(); ++i) {
        if (!is_ascii_digit(text[i]) || !is_ascii_digit(text[i + 3])) {
            continue;
        }
        const bool year = (text.substr(i, 2) == "20" || text.substr(i, 2) == "19") && is_ascii_digit(text[i + 2]);
        const bool time = (text[i + 1] == ':' || text[i + 1] == '.') && is_ascii_digit(text[i + 2]);
        if (year || time) {
            return true;
        }
    }
    return false;
}

/// The different forms of a page's title, made ready for a line to be compared with all of them at once.
class Titles {
public:
    explicit Titles(const std::vector<std::string>& forms) {
        std::vector<std::vector<std::string>> titles;  // their bare words, sorted
        for (const std::string& form : forms) {
            const std::string bare = bare_words(form);
            std::vector<std::string>& words = titles.emplace_back();
            for (const std::string_view word : split(bare, ' ')) {
                words.emplace_back(word);
            }
            std::ranges::sort(words);
        }
        std::ranges::sort(titles);
        titles.erase(std::unique(titles.begin(), titles.end()), titles.end());
        sizes_.resize(std::min(titles.size(), most));
        for (std::size_t i = 0; i < sizes_.size(); ++i) {
            sizes_[i] = titles[i].size();
            for (std::string& word : titles[i]) {
                first_bytes_.set(word.empty() ? 0 : static_cast<unsigned char>(word.front()));
                holders_[std::move(word)] |= static_cast<std::uint8_t>(1U << i);
            }
        }
    }

    /// How many of the bare words stand in a title, to the words of the shorter of both: the highest share for any title.
    [[nodiscard]] double overlap(std::string_view words) const {
        std::size_t count = 0;
        std::array<std::size_t, most> shared{};
        for (std::size_t begin = 0; begin <= words.size(); ++count) {
            const std::size_t end = std::min(words.find(' ', begin), words.size());
            const std::string_view word = words.substr(begin, end - begin);
            begin = end + 1;
            if (!first_bytes_.test(word.empty() ? 0 : static_cast<unsigned char>(word.front()))) {
                continue;
            }
            if (const auto holder = holders_.find(word); holder != holders_.end()) {
                for (std::size_t i = 0; i < most; ++i) {
                    shared[i] += (holder->second >> i) & 1U;
                }
            }
        }
        double best = 0;
        for (std::size_t i = 0; i < sizes_.size() && !words.empty(); ++i) {
            best = std::max(best, std::min(1.0, static_cast<double>(shared[i]) / static_cast<double>(std::min(count, sizes_[i]))));
        }
        return best;
    }

private:
    static constexpr std::size_t most = 4;
    std::vector<std::size_t> sizes_;  ///< words of each title
    WordMap<std::uint8_t> holders_;   ///< which titles have the word, a bit for each
    std::bitset<256> first_bytes_;    ///< of those words
};

/// How many of the words speak to the reader, as promotions do.
std::size_t reader_words(std::string_view folded) {
    static const Phrases words = [] {
        Phrases made;
        for (const std::string_view word :
             {"you",  "your", "our",   "us",    "free",       "win",       "save",   "buy",   "now",  "here", "app",  "click",
              "sign", "join", "email", "inbox", "newsletter", "subscribe", "follow", "share", "read", "more", "sale", "we"}) {
            made.add(std::string(word), static_cast<std::uint32_t>(word.size()));
        }
        return made;
    }();
    std::size_t count = 0;
    words.each_in(folded, [&](std::uint32_t size, std::size_t at) {
        count += at + size == folded.size() || !is_ascii_alpha(folded[at + size]) ? 1U : 0U;
    });
    return count;
}

/// What a byte counts as, a bit for each of: letter, capital, digit, mark, comma.
constexpr auto byte_kinds = [] {
    std::array<std::uint8_t, 256> kinds{};
    for (unsigned c = 0; c < 128; ++c) {
        const auto byte = static_cast<char>(c);
        kinds[c] = static_cast<std::uint8_t>((is_ascii_alpha(byte) ? 1U : 0U) | (is_ascii_upper(byte) ? 2U : 0U) |
                                             (is_ascii_digit(byte) ? 4U : 0U) | (byte == ',' ? 16U : 0U));
    }
    for (const char mark : std::string_view("|/>:#@*+_=~[]{}")) {
        kinds[static_cast<unsigned char>(mark)] |= 8U;
    }
    return kinds;
}();

void describe_words(std::string_view text, Line line) {
    std::size_t words = 0;
    std::size_t capitals = 0;
    std::size_t short_words = 0;
    std::size_t letters = 0;
    std::size_t upper = 0;
    std::size_t digits = 0;
    std::size_t marks = 0;
    std::size_t commas = 0;
    std::size_t word_begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || text[i] == ' ') {
            if (i > word_begin) {
                ++words;
                short_words += i - word_begin <= 3 ? 1U : 0U;
                capitals += is_upper_at(text, word_begin) ? 1U : 0U;
            }
            word_begin = i + 1;
            continue;
        }
        const unsigned kind = byte_kinds[static_cast<unsigned char>(text[i])];
        letters += kind & 1U;
        upper += (kind >> 1U) & 1U;
        digits += (kind >> 2U) & 1U;
        marks += (kind >> 3U) & 1U;
        commas += kind >> 4U;
    }
    line.set(Clue::length, text.size());
    line.set(Clue::words, words);
    line.set(Clue::digits, share(digits, text.size()));
    line.set(Clue::capitals, share(capitals, words));
    line.set(Clue::upper, share(upper, letters));
    line.set(Clue::short_words, share(short_words, words));
    line.set(Clue::marks, share(marks, text.size()));
    line.set(Clue::commas, share(commas, words));
    line.set(Clue::sentence, ends_like_sentence(text));
    line.set(Clue::colon, text.ends_with(':'));
    line.set(Clue::shout, text.ends_with('!'));
    line.set(Clue::question, text.ends_with('?'));
    const auto has = [&](std::string_view words_or_mark) { return text.find(words_or_mark) != std::string_view::npos; };
    line.set(Clue::quoted, has("\"") || (!is_ascii(text) && (has("\u201C") || has("\u00AB") || has("\u201E"))));
    line.set(Clue::address, has("@") || has("http") || has("www."));
    line.set(Clue::lower, !text.empty() && text[0] >= 'a' && text[0] <= 'z');
    line.set(Clue::clock, text.size() <= longest_echo && holds_clock(text));
}

void describe_markup_of(const Markup& markup, Line line) {
    line.set(Clue::linked, markup.linked);
    line.set(Clue::in_root, markup.in_root);
    line.set(Clue::named, reason_number(markup.named));
    line.set(Clue::tag, static_cast<float>(markup.tag));
    line.set(Clue::depth, markup.depth);
    line.set(Clue::below_root, markup.below_root);
    line.set(Clue::made_alike, markup.made_alike);
    line.set(Clue::alike_count, markup.alike_count);
    line.set(Clue::alike_length, markup.alike_length);
    line.set(Clue::siblings, markup.siblings);
    line.set(Clue::parent_linked, markup.parent_linked);
    line.set(Clue::outer_linked, markup.outer_linked);
    line.set(Clue::parent_text, markup.parent_text);
    line.set(Clue::odd, markup.odd);
    line.set(Clue::teaser, markup.teaser);
    line.set(Clue::content, static_cast<float>(markup.content));
    line.set(Clue::soft, reason_number(markup.soft));
    line.set(Clue::strong, markup.strong);
    line.set(Clue::slanted, markup.slanted);
}

/// What a page states of itself, made ready to be looked for in its lines.
struct Names {
    std::vector<std::string> authors;
    std::string publisher;
    Titles titles;

    explicit Names(const Metadata& metadata) : titles(metadata.titles) {
        const std::string author = metadata.author.value_or("");
        for (const std::string_view name : split(author, ',')) {
            if (trim(name).size() >= shortest_echo) {
                authors.push_back(fold_accents(trim(name)));
            }
        }
        publisher = fold_accents(metadata.publisher.value_or(""));
    }
};

void describe_by_rules(const Piece& piece, const Names& names, Line line, Furniture& rule) {
    const std::string_view text = piece.text;
    const std::string folded = fold_accents(text.substr(0, longest_note));
    rule = text.size() <= longest_note ? LineRules::instance().furniture(text, folded) : LineRules::instance().furniture(text);
    line.set(Clue::rule, reason_number(rule.reason));
    line.set(Clue::rule_ends, rule.ends_article);
    line.set(Clue::menu, is_menu(text));
    line.set(Clue::byline, !byline_name(text).empty());
    line.set(Clue::kind, static_cast<float>(piece.kind));
    line.set(Clue::stays, piece.stays());
    line.set(Clue::reason, reason_number(piece.reason));
    line.set(Clue::reader, reader_words(folded));
    if (text.size() <= longest_note) {
        const LifeCues life = count_life_cues_folded(folded);
        line.set(Clue::life_strong, static_cast<float>(life.strong));
        line.set(Clue::life_weak, static_cast<float>(life.weak));
    }
    line.set(Clue::author,
             std::ranges::any_of(names.authors, [&](const std::string& name) { return folded.find(name) != std::string::npos; }));
    line.set(Clue::publisher, names.publisher.size() >= shortest_echo && folded.find(names.publisher) != std::string::npos);
    if (text.size() <= longest_echo && text.size() >= shortest_echo) {
        line.set(Clue::title, static_cast<float>(names.titles.overlap(bare_words_folded(folded))));
    }
}

void describe_by_running_text(const Pieces& pieces, std::vector<ClueRow>& rows) {
    const RunningText text(pieces);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const RunningText::Echo echo = text.echo(i);
        Line line(rows[i]);
        line.set(Clue::known_words, echo.known);
        line.set(Clue::common_words, echo.common);
        line.set(Clue::said, echo.said);
        line.set(Clue::sentences, text.size());
    }
}

void describe_surroundings(std::vector<ClueRow>& rows) {
    std::vector<LineShape> shapes;
    shapes.reserve(rows.size());
    for (const ClueRow& row : rows) {
        const auto clue = [&](Clue what) { return row[static_cast<std::size_t>(what)]; };
        shapes.push_back({.words = static_cast<std::uint32_t>(clue(Clue::words)),
                          .is_sentence = clue(Clue::sentence) > 0,
                          .is_known = clue(Clue::rule) > 0,
                          .repeats = clue(Clue::repeats) > 1});
    }
    const Surroundings around(shapes);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Line line(rows[i]);
        const auto place = static_cast<float>(i);
        line.set(Clue::from_core, place - static_cast<float>(around.core().begin));
        line.set(Clue::to_core_end, static_cast<float>(around.core().end) - place);
        line.set(Clue::core_lines, around.core().end - around.core().begin);
        line.set(Clue::core_share, around.core_share());
        line.set(Clue::run_before, around.running_before(i, few));
        line.set(Clue::run_after, around.running_after(i, few));
        line.set(Clue::wide_before, around.running_before(i, many));
        line.set(Clue::wide_after, around.running_after(i, many));
        line.set(Clue::short_before, around.short_before(i));
        line.set(Clue::short_after, around.short_after(i));
        line.set(Clue::again_before, around.repeated_before(i, near));
        line.set(Clue::again_after, around.repeated_after(i, near));
    }
}

}  // namespace

std::vector<ClueRow> gather_clues(const Pieces& pieces, const Metadata& metadata, std::span<const Markup> markup) {
    const std::size_t count = pieces.size();
    std::vector<ClueRow> rows(count);
    std::vector<Furniture> rules(count);
    absl::flat_hash_map<std::string_view, std::uint32_t, WordHash, std::equal_to<>> times;
    times.reserve(count);
    std::vector<std::size_t> kept_before(count + 1, 0);   // bytes
    std::vector<std::size_t> lines_before(count + 1, 0);  // kept lines
    std::size_t all_text = 0;
    const Names names(metadata);
    for (std::size_t i = 0; i < count; ++i) {
        const Piece& piece = pieces[i];
        ++times[piece.text];
        all_text += piece.text.size();
        kept_before[i + 1] = kept_before[i] + (piece.stays() ? piece.text.size() : 0);
        lines_before[i + 1] = lines_before[i] + (piece.stays() ? 1 : 0);
        describe_words(piece.text, Line(rows[i]));
        describe_by_rules(piece, names, Line(rows[i]), rules[i]);
        if (piece.block < markup.size()) {
            describe_markup_of(markup[piece.block], Line(rows[i]));
        }
    }
    if (markup.empty()) {
        describe_by_running_text(pieces, rows);
    }
    const Body body = find_body(pieces);
    std::size_t last_paragraph = body.begin;
    std::size_t ends = 0;
    std::size_t label_at = 0;
    float label = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Line line(rows[i]);
        line.set(Clue::repeats, static_cast<float>(times[pieces[i].text]));
        line.set(Clue::place, share(i, count));
        line.set(Clue::from_first, static_cast<float>(i) - static_cast<float>(body.begin));
        line.set(Clue::to_last, static_cast<float>(body.end) - static_cast<float>(i));
        line.set(Clue::text_before, share(kept_before[i], kept_before[count]));
        const std::size_t from = i - std::min(i, near);
        const std::size_t to = std::min(count, i + near + 1);
        const std::size_t own = pieces[i].stays() ? 1 : 0;
        line.set(Clue::kept_near, share(lines_before[to] - lines_before[from] - own, to - from - 1));
        line.set(Clue::gap_before, static_cast<float>(i) - static_cast<float>(last_paragraph));
        line.set(Clue::ends_before, ends);
        line.set(Clue::label, i - label_at <= label_reach ? label : 0.0F);
        line.set(Clue::kept_text, kept_before[count]);
        line.set(Clue::lines, count);
        line.set(Clue::kept_share, share(kept_before[count], all_text));
        if (is_paragraph(pieces[i])) {
            last_paragraph = i;
            label = 0;
        }
        ends += rules[i].ends_article && i > body.begin ? 1U : 0U;
        if (pieces[i].text.size() <= longest_label && rules[i]) {
            label = reason_number(rules[i].reason);
            label_at = i;
        }
    }
    std::size_t next_paragraph = count;
    for (std::size_t i = count; i-- > 0;) {
        Line(rows[i]).set(Clue::gap_after, next_paragraph - i);
        next_paragraph = is_paragraph(pieces[i]) ? i : next_paragraph;
    }
    if (markup.empty()) {
        describe_surroundings(rows);
    }
    return rows;
}

}  // namespace synoptic
