// SPDX-License-Identifier: Apache-2.0
#include "lineage/words.hpp"

#include <utf8proc.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <vector>

#include "core/table.hpp"
#include "core/text.hpp"
#include "core/utf8.hpp"

namespace synoptic {

namespace {

constexpr std::size_t stem_letters = 6;
constexpr std::uint32_t longest_sentence = 200;

/// The words that are treated apart, found by their hash: a table with open places, at most half full.
class Lexicon {
public:
    struct Entry {
        std::uint64_t form = 0;
        std::uint64_t value = 0;  ///< of a number: the hash of its digits
        bool function = false;
        bool abbreviation = false;  ///< "Mr": a full stop after it ends no sentence
        bool number = false;
    };

    Lexicon() {
        const std::vector<Row> rows = load_table("lineage_words.tsv");
        entries_.resize(std::bit_ceil(2 * rows.size() + 1));
        for (const Row& row : rows) {
            const std::uint64_t form = hash_word(row.at(1));
            Entry& entry = entries_[place_of(form)];
            entry.form = form;
            if (row.at(0) == "function") {
                entry.function = true;
            } else if (row.at(0) == "abbreviation") {
                entry.abbreviation = true;
            } else if (row.at(0) == "number") {
                entry.number = true;
                entry.value = hash_word(row.at(2));
            }
        }
    }

    /// An entry without any sign where the word is not in the table.
    [[nodiscard]] const Entry& find(std::uint64_t form) const { return entries_[place_of(form)]; }

private:
    [[nodiscard]] std::size_t place_of(std::uint64_t form) const {
        std::size_t at = form & (entries_.size() - 1);
        while (entries_[at].form != form && entries_[at].form != 0) {
            at = (at + 1) & (entries_.size() - 1);
        }
        return at;
    }

    std::vector<Entry> entries_;
};

const Lexicon& lexicon() {
    static const Lexicon loaded;
    return loaded;
}

bool is_ideograph(char32_t c) { return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x2FFFF); }

enum class Glyph : std::uint8_t { letter, digit, space, newline, open_quote, close_quote, straight_quote, apostrophe, stop, other };

struct Seen {
    Glyph glyph = Glyph::other;
    char32_t value = 0;
    std::uint32_t length = 1;
};

constexpr std::array<Glyph, 128> ascii_glyphs = [] {
    std::array<Glyph, 128> glyphs{};
    glyphs.fill(Glyph::other);
    for (unsigned char c = 0; c < 26; ++c) {
        glyphs[static_cast<unsigned char>('a' + c)] = Glyph::letter;
        glyphs[static_cast<unsigned char>('A' + c)] = Glyph::letter;
    }
    for (unsigned char c = '0'; c <= '9'; ++c) {
        glyphs[c] = Glyph::digit;
    }
    for (const unsigned char c : {' ', '\t', '\v', '\f', '\r'}) {
        glyphs[c] = Glyph::space;
    }
    glyphs['\n'] = Glyph::newline;
    glyphs['"'] = Glyph::straight_quote;
    glyphs['\''] = Glyph::apostrophe;
    for (const unsigned char c : {'.', '!', '?'}) {
        glyphs[c] = Glyph::stop;
    }
    return glyphs;
}();

constexpr std::array<char, 128> ascii_lower = [] {
    std::array<char, 128> lower{};
    for (unsigned char c = 0; c < 128; ++c) {
        lower[c] = static_cast<char>(is_ascii_upper(static_cast<char>(c)) ? c + ('a' - 'A') : c);
    }
    return lower;
}();

Seen look_beyond_ascii(std::string_view text, std::size_t at) {
    const auto [c, length] = code_point_at(text, at);
    const auto seen = [c = c, length = length](Glyph glyph) { return Seen{glyph, c, length}; };
    switch (c) {
    case 0x2019:
        return seen(Glyph::apostrophe);
    case 0x201C:
    case 0x201E:
    case 0x00AB:
        return seen(Glyph::open_quote);
    case 0x201D:
    case 0x00BB:
        return seen(Glyph::close_quote);
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0x2026:
        return seen(Glyph::stop);
    default:
        break;
    }
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
        return seen(Glyph::letter);
    case UTF8PROC_CATEGORY_ND:
        return seen(Glyph::digit);
    case UTF8PROC_CATEGORY_ZS:
        return seen(Glyph::space);
    default:
        return seen(Glyph::other);
    }
}

inline Seen look(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    return first < 0x80 ? Seen{ascii_glyphs[first], first, 1} : look_beyond_ascii(text, at);
}

bool is_upper(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]) < 0x80
               ? is_ascii_upper(text[at])
               : utf8proc_isupper(static_cast<utf8proc_int32_t>(code_point_at(text, at).value)) != 0;
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) { out_.words.reserve(text.size() / 6 + 1); }

    WordText scan() {
        while (at_ < text_.size()) {
            if (text_[at_] == ' ') {
                ++at_;
                continue;
            }
            const Seen seen = look(text_, at_);
            if (seen.glyph == Glyph::letter || seen.glyph == Glyph::digit) {
                take_word(seen);
                continue;
            }
            see_mark(seen);
            at_ += seen.length;
        }
        end_sentence();
        out_.first_word.push_back(static_cast<std::uint32_t>(out_.words.size()));
        find_names();
        return std::move(out_);
    }

private:
    void take_word(Seen first) {
        const std::size_t begin = at_;
        const bool number = first.glyph == Glyph::digit;
        if (!number) {
            at_ = end_of_ascii_letters(at_ + (first.value < 0x80 ? 1 : 0));
            if (at_ == text_.size() || (at_ > begin && static_cast<unsigned char>(text_[at_]) < 0x80 && !is_ascii_digit(text_[at_]))) {
                add_word(begin, false);
                skip_clitic();
                return;
            }
            at_ = begin;
        }
        digits_.clear();
        Seen seen = first;
        while (at_ < text_.size()) {
            if (seen.glyph == Glyph::letter || seen.glyph == Glyph::digit) {
                if (number) {
                    digits_.append(text_.substr(at_, seen.length));
                }
                at_ += seen.length;
                if (is_ideograph(seen.value)) {
                    break;
                }
            } else if (number && (text_[at_] == '.' || text_[at_] == ',') && at_ + 1 < text_.size() && is_ascii_digit(text_[at_ + 1])) {
                if (text_[at_] == '.') {
                    digits_ += '.';
                }
                ++at_;
            } else {
                break;
            }
            if (at_ < text_.size()) {
                seen = look(text_, at_);
                if (is_ideograph(seen.value)) {
                    break;
                }
            }
        }
        add_word(begin, number);
        skip_clitic();
    }

    [[nodiscard]] std::size_t end_of_ascii_letters(std::size_t at) const {
        const auto is_letter = [&] {
            const auto c = static_cast<unsigned char>(text_[at]);
            return c < 0x80 && ascii_glyphs[c] == Glyph::letter;
        };
        while (at < text_.size() && is_letter()) {
            ++at;
        }
        return at;
    }

    void add_word(std::size_t begin, bool number) {
        if (pending_stop_) {
            const bool starts = number || is_upper(text_, begin) || is_ideograph(code_point_at(text_, begin).value);
            if (starts && !after_abbreviation_) {
                end_sentence();
            }
            pending_stop_ = false;
        }
        const std::string_view folded = number ? std::string_view(digits_) : fold(text_.substr(begin, at_ - begin));
        Word word{.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)}};
        word.form = hash_word(folded);
        const Lexicon::Entry& known = lexicon_.find(word.form);
        if (known.number) {
            word.stem = known.value;
            word.kind = WordKind::number;
        } else {
            word.stem = number ? word.form : stem_of(folded, word.form);
            word.kind = number ? WordKind::number : known.function ? WordKind::function : WordKind::plain;
        }
        word.quoted = in_quote_;
        if (!in_sentence_) {
            start_sentence(begin);
        }
        word.sentence = static_cast<std::uint32_t>(out_.sentences.size() - 1);
        const bool initial = at_ - begin == 1 && is_ascii_upper(text_[begin]);
        after_abbreviation_ = initial || known.abbreviation;
        last_end_ = at_;
        out_.words.push_back(word);
        if (out_.words.size() - out_.first_word.back() >= longest_sentence) {
            end_sentence();
        }
    }

    /// The word without case and accents; valid until the next call.
    std::string_view fold(std::string_view word) {
        if (!is_ascii(word)) {
            folded_ = fold_accents(word);
            return folded_;
        }
        folded_.resize(word.size());
        std::ranges::transform(word, folded_.begin(), [](char c) { return ascii_lower[static_cast<unsigned char>(c)]; });
        return folded_;
    }

    static std::uint64_t stem_of(std::string_view folded, std::uint64_t form) {
        std::size_t end = 0;
        for (std::size_t letters = 0; end < folded.size() && letters < stem_letters; ++letters) {
            end += static_cast<unsigned char>(folded[end]) < 0x80 ? 1 : code_point_at(folded, end).length;
        }
        return end >= folded.size() ? form : hash_word(folded.substr(0, end));
    }

    /// Leaves off "'s", "’ll" after a word.
    void skip_clitic() {
        if (at_ >= text_.size()) {
            return;
        }
        const Seen mark = look(text_, at_);
        if (mark.glyph != Glyph::apostrophe) {
            return;
        }
        std::size_t end = at_ + mark.length;
        std::size_t letters = 0;
        while (end < text_.size() && is_ascii_alpha(text_[end])) {
            ++end;
            ++letters;
        }
        if (letters >= 1 && letters <= 2) {
            at_ = end;
            last_end_ = end;
        }
    }

    void see_mark(const Seen& seen) {
        switch (seen.glyph) {
        case Glyph::stop:
            pending_stop_ = in_sentence_;
            last_end_ = at_ + seen.length;
            if (seen.value != '.') {
                after_abbreviation_ = false;
            }
            break;
        case Glyph::newline:
            see_newline();
            break;
        case Glyph::open_quote:
            in_quote_ = true;
            break;
        case Glyph::close_quote:
            in_quote_ = false;
            last_end_ = pending_stop_ ? at_ + seen.length : last_end_;
            break;
        case Glyph::straight_quote:
            in_quote_ = !in_quote_;
            last_end_ = pending_stop_ && !in_quote_ ? at_ + seen.length : last_end_;
            break;
        default:
            break;
        }
    }

    /// An empty line ends a paragraph; so does a line end after a full stop (texts with a paragraph a line).
    void see_newline() {
        const bool empty_line = at_ > 0 && text_[at_ - 1] == '\n';
        if (empty_line || pending_stop_) {
            end_sentence();
            in_quote_ = false;
            new_paragraph_ = true;
        }
    }

    void start_sentence(std::size_t begin) {
        out_.first_word.push_back(static_cast<std::uint32_t>(out_.words.size()));
        if (new_paragraph_ && !out_.sentences.empty()) {
            ++paragraph_;
        }
        new_paragraph_ = false;
        out_.sentences.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin)});
        out_.paragraph_of.push_back(paragraph_);
        in_sentence_ = true;
    }

    void end_sentence() {
        if (in_sentence_) {
            out_.sentences.back().end = static_cast<std::uint32_t>(last_end_);
        }
        in_sentence_ = false;
        pending_stop_ = false;
        after_abbreviation_ = false;
    }

    void find_names() {
        std::vector<std::uint64_t> names;
        const auto opens = [&](std::size_t i) { return i == out_.first_word[out_.words[i].sentence]; };
        std::vector<std::size_t> capitalised;
        for (std::size_t i = 0; i < out_.words.size(); ++i) {
            const Word& word = out_.words[i];
            if (word.kind != WordKind::plain || !is_upper(text_, word.span.begin)) {
                continue;
            }
            capitalised.push_back(i);
            const bool opens_quote = i > 0 && word.quoted && !out_.words[i - 1].quoted;
            if (!opens(i) && !opens_quote) {
                names.push_back(word.form);
            }
        }
        std::ranges::sort(names);
        for (const std::size_t i : capitalised) {
            if (std::ranges::binary_search(names, out_.words[i].form)) {
                out_.words[i].kind = WordKind::name;
            }
        }
    }

    const Lexicon& lexicon_ = lexicon();
    std::string folded_;
    std::string digits_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t last_end_ = 0;
    WordText out_;
    std::uint32_t paragraph_ = 0;
    bool in_sentence_ = false;
    bool in_quote_ = false;
    bool pending_stop_ = false;
    bool after_abbreviation_ = false;
    bool new_paragraph_ = false;
};

}  // namespace

std::uint64_t hash_word(std::string_view folded) { return XXH3_64bits(folded.data(), folded.size()); }

WordText read_words(std::string_view text) { return Scanner(text).scan(); }

}  // namespace synoptic
