// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "clean/biography.hpp"
#include "clean/furniture.hpp"
#include "clean/lines.hpp"
#include "clean/phrases.hpp"
#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

class Cues {
public:
    static const Cues& instance() {
        static const Cues cues;
        return cues;
    }

    [[nodiscard]] LifeCues count(std::string_view sentence) const { return count_folded(fold_accents(sentence)); }

    [[nodiscard]] LifeCues count_folded(std::string_view folded) const {
        LifeCues count;
        std::vector<std::uint32_t> found;
        const std::string words = words_of(folded);
        cues_.each_in(words, [&](std::uint32_t number, std::size_t at) {
            if ((at == 0 || words[at - 1] == ' ') && std::ranges::find(found, number) == found.end()) {
                found.push_back(number);
                ++(strengths_[number] == 2 ? count.strong : count.weak);
            }
        });
        return count;
    }

private:
    Cues() {
        for (const Row& row : load_table("clean_biography.tsv")) {
            cues_.add(std::string(row.at(1)) + " ", static_cast<std::uint32_t>(strengths_.size()));
            strengths_.push_back(row.at(0) == "2" ? 2 : 1);
        }
    }

    /// Commas and other marks dropped, a space behind.
    static std::string words_of(std::string_view folded) {
        std::string words(folded.size() + 1, ' ');
        std::size_t size = 0;
        for (const char c : folded) {
            if (Phrases::is_word_byte(c) || c == '\'' || c == '-') {
                words[size++] = c;
            } else if (size > 0 && words[size - 1] != ' ') {
                words[size++] = ' ';
            }
        }
        words.resize(size + 1);
        words[size] = ' ';
        return words;
    }

    Phrases cues_;  ///< with the space behind
    std::vector<int> strengths_;
};

/// Where the sentences of a paragraph begin, roughly: after a full stop, a space, and before a capital.
std::vector<std::size_t> sentence_begins(std::string_view text) {
    std::vector<std::size_t> begins = {0};
    for (std::size_t at = 1; at + 2 < text.size(); ++at) {
        const bool stop = text[at] == '.' || text[at] == '!' || text[at] == '?';
        if (!stop || is_ascii_upper(text[at - 1])) {
            continue;
        }
        std::size_t next = at + 1;
        for (const std::string_view close : {"\u201D", "\"", ")"}) {
            if (text.substr(next).starts_with(close)) {
                next += close.size();
            }
        }
        if (next + 1 < text.size() && text[next] == ' ' &&
            (is_ascii_upper(text[next + 1]) || static_cast<unsigned char>(text[next + 1]) >= 0x80)) {
            begins.push_back(next + 1);
        }
    }
    return begins;
}

/// Whether the sentence opens with a full name: two to four words with capitals.
bool opens_with_name(std::string_view sentence) {
    int capitals = 0;
    for (const std::string_view word : split(sentence.substr(0, 80), ' ')) {
        if (word.size() >= 2 && (is_ascii_upper(word.front()) || static_cast<unsigned char>(word.front()) >= 0xC3) && word.back() != ',') {
            ++capitals;
        } else {
            if (word == "de" || word == "van" || word == "von" || word == "al" || word == "bin" ||
                (word.size() == 2 && word.back() == '.')) {
                continue;
            }
            break;
        }
    }
    return capitals >= 2 && capitals <= 5;
}

bool opens_with_pronoun(std::string_view sentence) {
    constexpr std::array<std::string_view, 16> openings = {"He ",      "She ",      "They ",      "His ",    "Her ",    "Their ",
                                                           "Born ",    "Educated ", "Previously", "Prior ",  "Before ", "Follow ",
                                                           "Contact ", "In her ",   "In his ",    "When not"};
    return std::ranges::any_of(openings, [&](std::string_view opening) { return sentence.starts_with(opening); });
}

bool speaks_of_author(std::string_view sentence, const Metadata& metadata) {
    if (!metadata.author) {
        return false;
    }
    for (const std::string_view name : split(*metadata.author, ',')) {
        if (trim(name).size() >= 5 && sentence.starts_with(trim(name))) {
            return true;
        }
    }
    return false;
}

/// The byte where an author note begins that runs to the end of the text; npos if there is none.
std::size_t biography_in(std::string_view text, const Metadata& metadata) {
    const Cues& cues = Cues::instance();
    const std::vector<std::size_t> begins = sentence_begins(text);
    if (text.size() < longest_note && speaks_of_author(text, metadata)) {
        const std::string_view opening = text.substr(0, begins.size() > 1 ? begins[1] : text.size());
        const LifeCues own = cues.count(opening);
        if (own.strong > 0 || own.weak > 1) {
            return 0;
        }
    }
    LifeCues total;
    std::size_t found = std::string_view::npos;
    for (std::size_t i = begins.size(); i-- > 0;) {
        const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
        const std::string_view sentence = text.substr(begins[i], end - begins[i]);
        const LifeCues own = cues.count(sentence);
        total.strong += own.strong;
        total.weak += own.weak;
        const bool author = speaks_of_author(sentence, metadata);
        if (author || opens_with_name(sentence)) {
            const bool continued = i + 1 < begins.size();
            const int needed = author ? 1 : continued ? 3 : 4;
            if (own.strong > 0 && total.strong * 2 + total.weak >= (author ? 2 : needed + 1)) {
                found = begins[i];
            }
            break;
        }
        if (!opens_with_pronoun(sentence) || own.strong + own.weak == 0) {
            if (!opens_with_pronoun(sentence)) {
                break;
            }
        }
    }
    return found;
}

}  // namespace

LifeCues count_life_cues(std::string_view sentence) { return Cues::instance().count(sentence); }
LifeCues count_life_cues_folded(std::string_view folded) { return Cues::instance().count_folded(folded); }

void cut_biographies(Pieces& pieces, const Metadata& metadata) {
    int looked_at = 0;
    for (std::size_t i = pieces.size(); i-- > 0 && looked_at < 3;) {
        Piece& piece = pieces[i];
        if (!piece.stays()) {
            continue;
        }
        ++looked_at;
        if (piece.kind == BlockKind::heading) {
            continue;
        }
        const std::size_t at = biography_in(piece.text, metadata);
        if (at == std::string_view::npos) {
            continue;
        }
        if (at == 0) {
            piece.reason = "biography";
            continue;
        }
        Piece note{.text = piece.text.substr(at), .kind = BlockKind::paragraph, .reason = "biography", .page = piece.page};
        piece.text = std::string(trim(std::string_view(piece.text).substr(0, at)));
        pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(note));
    }
}

}  // namespace synoptic
