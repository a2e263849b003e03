// SPDX-License-Identifier: Apache-2.0
#include "language/names_candidates.hpp"

#include <algorithm>
#include <unordered_map>

#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t longest_name = 10;  // tokens

bool is_closed_class(std::string_view lower) {
    constexpr std::array<std::string_view, 60> closed = {
        "the",   "a",   "an",   "i",    "it",    "he",    "she",  "we",   "you",   "they",  "his",   "her",  "its", "our", "your",
        "their", "my",  "this", "that", "these", "those", "and",  "or",   "but",   "nor",   "so",    "if",   "in",  "on",  "at",
        "by",    "to",  "of",   "off",  "for",   "from",  "with", "as",   "is",    "are",   "was",   "were", "be",  "not", "no",
        "yes",   "i'm", "i've", "what", "who",   "how",   "why",  "when", "where", "which", "there", "here", "do",  "did", "does"};
    return std::ranges::find(closed, lower) != closed.end();
}

/// Finds the runs of one document and cuts them into candidates.
class Scanner {
public:
    Scanner(const Words& words, const Lexicon& lexicon) : words_(words), lexicon_(lexicon), in_time_(words.size(), false) {
        for (const TimeExpression& time : words.document().analysis.times) {
            for (std::uint32_t i = words.document().analysis.token_at(time.span.begin);
                 i < words.size() && words.token(i).begin < time.span.end; ++i) {
                in_time_[i] = true;
            }
        }
        for (std::uint32_t i = 0; i < words.size(); ++i) {
            if (!words.is_word(i)) {
                continue;
            }
            if (!words.capital(i)) {
                ++lower_seen_[std::string(words.at(i))];
            } else if (!words.opens(i)) {
                ++capital_inside_[std::string(words.at(i))];
            }
        }
    }

    std::vector<Candidate> scan() {
        const auto& sentences = words_.document().analysis.sentences;
        std::uint32_t begin = 0;
        for (std::uint32_t s = 0; begin < words_.size(); ++s) {
            const std::uint32_t end = s < sentences.size() ? sentences[s].last : words_.size();
            scan_sentence(begin, end, is_headline(begin, end));
            begin = end;
        }
        return std::move(found_);
    }

private:
    /// Most words begin with a capital, so capitals say nothing.
    [[nodiscard]] bool is_headline(std::uint32_t begin, std::uint32_t end) const {
        std::uint32_t all = 0;
        std::uint32_t capitals = 0;
        for (std::uint32_t i = begin; i < end; ++i) {
            if (words_.is_word(i) && words_.at(i).size() > 3) {
                ++all;
                capitals += words_.capital(i) ? 1 : 0;
            }
        }
        const bool sentence = end > begin && words_.at(static_cast<std::int64_t>(end) - 1) == ".";
        return !sentence && all >= 4 && capitals * 10 >= all * 8;
    }

    void scan_sentence(std::uint32_t begin, std::uint32_t end, bool headline) {
        for (std::uint32_t i = begin; i < end;) {
            if (in_time_[i] || !words_.is_word(i)) {
                ++i;
                continue;
            }
            const auto [known, known_last] = lexicon_.known_name(words_, i);
            if (known != nullptr && known_last <= end && !(words_.opens(i) && known_last == i + 1 && is_common(i))) {
                const std::uint32_t last = headline ? known_last : std::max(known_last, run_end(i, end));
                segment(i, last);
                i = last;
                continue;
            }
            if (!words_.capital(i) || headline || is_closed_class(words_.lower(i))) {
                ++i;
                continue;
            }
            const std::uint32_t last = run_end(i, end);
            if (words_.opens(i) && last > i + 1 && !starts_name(i)) {
                ++i;  // "But Solvaag": the opening word is no part of it
                continue;
            }
            segment(i, last);
            i = last;
        }
    }

    static std::uint32_t count(const std::unordered_map<std::string, std::uint32_t>& counts, std::string_view word) {
        const auto found = counts.find(std::string(word));
        return found == counts.end() ? 0 : found->second;
    }

    /// A word of the language: the table has it, or the document writes it small too.
    [[nodiscard]] bool is_common(std::uint32_t i) const {
        return lexicon_.common_word(words_.lower(i)) || count(lower_seen_, words_.lower(i)) > 0;
    }

    /// Whether the document writes the word with a capital where nothing but a name asks for one, and seldom small.
    [[nodiscard]] bool is_name_elsewhere(std::uint32_t i) const {
        const std::uint32_t capitals = count(capital_inside_, words_.at(i));
        return capitals > count(lower_seen_, words_.lower(i)) && !(capitals < 3 && lexicon_.common_word(words_.lower(i)));
    }

    /// Whether the word that opens a sentence begins the run that it stands in.
    [[nodiscard]] bool starts_name(std::uint32_t i) const {
        if (lexicon_.first_name(words_.at(i)) || lexicon_.honorific(words_.at(i)) || lexicon_.role(words_, i).first != nullptr ||
            lexicon_.context(words_.lower(i)) == "portfolio" || is_name_elsewhere(i) || lexicon_.place_word(words_.lower(i))) {
            return true;
        }
        if (is_common(i)) {
            return false;
        }
        const Upos tag = words_.upos(i);
        return tag == Upos::X || tag == Upos::PROPN || tag == Upos::NOUN || tag == Upos::ADJ;
    }

    [[nodiscard]] bool can_continue(std::uint32_t i, std::uint32_t end) const {
        return i < end && words_.capital(i) && !in_time_[i] && !(is_closed_class(words_.lower(i)) && !words_.all_capitals(i));
    }

    [[nodiscard]] std::uint32_t capitals_end(std::uint32_t i, std::uint32_t end) const {
        while (can_continue(i, end)) {
            ++i;
        }
        return i;
    }

    /// The token after the run that begins with `i`.
    [[nodiscard]] std::uint32_t run_end(std::uint32_t i, std::uint32_t end) const {
        std::uint32_t j = i + 1;
        bool in_of = false;
        while (j < end && j - i < longest_name) {
            const std::uint32_t next = step(i, j, end, in_of);
            if (next == j) {
                break;
            }
            j = next;
        }
        return j;
    }

    /// The token to go on with when the run [i, j) may be longer, else j.
    std::uint32_t step(std::uint32_t i, std::uint32_t j, std::uint32_t end, bool& in_of) const {
        const std::string_view word = words_.at(j);
        const std::string_view before = words_.lower(static_cast<std::int64_t>(j) - 1);
        const bool head = lexicon_.organisation_word(before) || lexicon_.place_word(before);
        if (can_continue(j, end) && (!words_.glued(j) || is_dash(words_.at(static_cast<std::int64_t>(j) - 1)) || before == ".")) {
            return j + 1;
        }
        if (is_dash(word) && words_.glued(j) && words_.glued(j + 1) && can_continue(j + 1, end) && word == "-") {
            const auto known = lexicon_.known_name(words_, j + 1).first;
            return known != nullptr && known->kind != EntityKind::place ? j : j + 2;
        }
        if (word == "." && words_.glued(j) && can_continue(j + 1, end) && before.size() <= 2) {
            return j + 2;
        }
        if (word == "&" && can_continue(j + 1, end)) {
            return j + 2;
        }
        if ((is_apostrophe(word) || word == "'s" || word == "\u2019s") && can_continue(j + 1, end)) {
            const bool plural = before.ends_with('s') || before == "people" || before.ends_with("men") || before == "children";
            const std::uint32_t after = capitals_end(j + 1, end);
            return plural && lexicon_.organisation_word(words_.lower(static_cast<std::int64_t>(after) - 1)) ? after : j;
        }
        if (word == "of" && head) {
            const std::uint32_t target = words_.at(j + 1) == "the" ? j + 2 : j + 1;
            in_of = in_of || can_continue(target, end);
            return can_continue(target, end) ? target + 1 : j;
        }
        if (word == "for" && lexicon_.organisation_word(before) && can_continue(j + 1, end)) {
            return j + 2;
        }
        if (word == "and" && can_continue(j + 1, end)) {
            const std::uint32_t after = capitals_end(j + 1, end);
            const std::string_view tail = words_.lower(static_cast<std::int64_t>(after) - 1);
            const bool joined = in_of ? (tail.ends_with('s') || tail.ends_with("ment") || tail.ends_with("ture") ||
                                         tail.ends_with("tion") || tail.ends_with("th"))
                                      : (j == i + 1 && lexicon_.organisation_word(tail) &&
                                         lexicon_.known_name(words_, i).first == nullptr && after > j + 2);
            return joined ? after : j;
        }
        if (is_name_particle(word)) {
            const std::uint32_t target = is_name_particle(words_.at(j + 1)) ? j + 2 : j + 1;
            return can_continue(target, end) ? target + 1 : j;
        }
        return j;
    }

    void segment(std::uint32_t first, std::uint32_t last) {
        Evidence prior;
        bool titled = false;
        const std::uint32_t start = first;
        const bool organisation = last > first + 1 && lexicon_.organisation_word(words_.lower(static_cast<std::int64_t>(last) - 1));
        while (first < last) {
            if (const auto gender = lexicon_.honorific(words_.at(first)); gender && first + 1 < last) {
                prior.add(EntityKind::person, 5);
                titled = true;
                first += words_.at(first + 1) == "." && first + 2 < last ? 2 : 1;
                continue;
            }
            const auto [known, known_last] = lexicon_.known_name(words_, first);
            if (known != nullptr && known_last >= last) {
                emit(first, known_last, known, prior, first == start);
                return;
            }
            if (known != nullptr && (known->kind == EntityKind::country || known->kind == EntityKind::demonym) && !organisation &&
                !lexicon_.place_word(words_.lower(static_cast<std::int64_t>(last) - 1)) && !lexicon_.first_name(words_.at(first))) {
                emit(first, known_last, known, Evidence{}, false);
                first = known_last;
                continue;
            }
            if (!(organisation && !titled)) {
                const std::uint32_t role_end = title_end(first, last);
                if (role_end > first) {
                    titled = true;
                    prior.add(EntityKind::person, 4);
                    first = role_end;
                    continue;
                }
            }
            emit(first, last, nullptr, prior, first == start);
            return;
        }
    }

    /// The token after a title ("Prime Minister", "Transport Minister", "Lethmark Foreign Minister") at `first`; `first` if there is none.
    /// A country before it becomes a candidate of its own.
    std::uint32_t title_end(std::uint32_t first, std::uint32_t last) {
        for (std::uint32_t p = first; p < last && p < first + 4; ++p) {
            const auto [role, role_last] = lexicon_.role(words_, p);
            // "Presidents Trump and Putin": a plural is a title where a name follows it, but "Drivers" begins a guild's name
            const bool plural_title = role != nullptr && role->plural && role->sector == "GOV" && p == first && role_last < last;
            if (role == nullptr || (role->plural && !plural_title) || role_last > last || lexicon_.first_name(words_.at(p))) {
                continue;
            }
            if (p > first && lexicon_.context(words_.lower(first)) != "portfolio" && !is_dash(words_.at(first + 1))) {
                if (lexicon_.first_name(words_.at(first)) || (p > first + 1 && lexicon_.context(words_.lower(first + 1)) != "portfolio")) {
                    return first;
                }
                Evidence adjunct;
                adjunct.add(EntityKind::country, 2);
                emit(first, first + 1, nullptr, adjunct, words_.opens(first));
            }
            return role_last;
        }
        return first;
    }

    void emit(std::uint32_t first, std::uint32_t last, const KnownName* known, Evidence prior, bool may_open) {
        while (last > first && !words_.is_word(static_cast<std::int64_t>(last) - 1)) {
            --last;
        }
        if (first >= last) {
            return;
        }
        Candidate candidate{.first = first, .last = last, .known = known, .unsure = false, .prior = prior};
        candidate.unsure = may_open && known == nullptr && last == first + 1 && words_.opens(first) && !is_name_elsewhere(first);
        if (candidate.unsure && prior.of(EntityKind::person) < 1) {
            const Upos tag = words_.upos(first);
            if (is_common(first)) {
                return;
            }
            candidate.weak = tag != Upos::X && tag != Upos::PROPN;
        }
        if (known == nullptr && last == first + 1 && prior.of(EntityKind::person) < 1 && is_label(first)) {
            return;
        }
        add_shape(candidate);
        found_.push_back(candidate);
    }

    /// "X", "S100", "TOO", and "Figure" before a number: capitals that make no name.
    [[nodiscard]] bool is_label(std::uint32_t i) const {
        const std::string_view word = words_.at(i);
        const std::string_view next = words_.at(static_cast<std::int64_t>(i) + 1);
        const bool numbered = !next.empty() && is_ascii_digit(next.front()) && words_.sentence_end(i) > i + 1;
        return word.size() == 1 || numbered || std::ranges::any_of(word, is_ascii_digit) || (words_.all_capitals(i) && is_common(i));
    }

    void add_shape(Candidate& candidate) const {
        const std::uint32_t first = candidate.first;
        const std::uint32_t last = candidate.last;
        const bool single = last == first + 1;
        const std::string_view tail = words_.lower(static_cast<std::int64_t>(last) - 1);
        const bool titled = candidate.prior.of(EntityKind::person) >= 4;
        Evidence& prior = candidate.prior;
        if (candidate.known != nullptr) {
            prior.add(candidate.known->kind, 3);
        }
        bool organisation = !titled && lexicon_.organisation_word(tail);
        bool place = !titled && !single && lexicon_.place_word(tail);
        bool particle = false;
        bool initial = false;
        for (std::uint32_t i = first; i < last; ++i) {
            if (words_.at(i) == "&") {
                organisation = true;
            }
            if (i > first && (words_.at(i) == "of" || words_.at(i) == "for")) {
                organisation = organisation || lexicon_.organisation_word(words_.lower(static_cast<std::int64_t>(i) - 1));
                place = place || lexicon_.place_word(words_.lower(static_cast<std::int64_t>(i) - 1));
            }
            particle = particle || is_name_particle(words_.at(i));
            initial = initial || (i + 1 < last && words_.at(i).size() <= 2 && words_.capital(i) &&
                                  (words_.at(i).ends_with('.') || words_.at(i + 1) == "."));
        }
        if (organisation) {
            prior.add(EntityKind::organization, single ? 2 : 4);
        }
        if (place) {
            prior.add(EntityKind::place, 3);
        }
        constexpr std::array<std::string_view, 20> place_openers = {"lake",  "mount", "cape",   "port",    "fort",  "st",   "st.",
                                                                    "san",   "santa", "new",    "north",   "south", "east", "west",
                                                                    "upper", "lower", "lesser", "greater", "saint", "las"};
        if (!titled && !single && std::ranges::find(place_openers, words_.lower(first)) != place_openers.end()) {
            prior.add(EntityKind::place, 2);
        }
        if (lexicon_.first_name(words_.at(first)) && candidate.known == nullptr) {
            prior.add(EntityKind::person, single ? 1.5 : 2.5);
        }
        bool common = false;
        for (std::uint32_t i = first; i < last; ++i) {
            common = common || (words_.at(i).size() > 3 && is_common(i));
        }
        if (!single && last - first <= 4 && !organisation && !place && candidate.known == nullptr && !common) {
            prior.add(EntityKind::person, 1.2);
        }
        if (!single && (particle || initial)) {
            prior.add(EntityKind::person, 1.2);
        }
        if (single && candidate.known == nullptr && words_.all_capitals(first) && words_.at(first).size() <= 6) {
            prior.add(EntityKind::organization, 1.5);
        }
    }

    const Words& words_;
    const Lexicon& lexicon_;
    std::vector<bool> in_time_;
    std::unordered_map<std::string, std::uint32_t> capital_inside_;  ///< counts of words with a capital that do not open a sentence
    std::unordered_map<std::string, std::uint32_t> lower_seen_;      ///< counts of words written small
    std::vector<Candidate> found_;
};

}  // namespace

void Evidence::add(const Evidence& other, double share) {
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        weights_[i] += share * other.weights_[i];
    }
}

EntityKind Evidence::best(double least) const {
    const auto top = std::ranges::max_element(weights_);
    return *top >= least ? static_cast<EntityKind>(top - weights_.begin()) : EntityKind::other;
}

bool is_name_particle(std::string_view token) {
    constexpr std::array<std::string_view, 20> particles = {"de", "la",  "van", "von", "der", "den", "bin", "ibn", "al", "el",
                                                            "da", "dos", "du",  "del", "di",  "ter", "ten", "le",  "y",  "zu"};
    return std::ranges::find(particles, token) != particles.end();
}

std::vector<Candidate> find_candidates(const Words& words, const Lexicon& lexicon) { return Scanner(words, lexicon).scan(); }

}  // namespace synoptic
