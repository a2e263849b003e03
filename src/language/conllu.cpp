// SPDX-License-Identifier: Apache-2.0
#include "language/conllu.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/text.hpp"
#include "core/utf8.hpp"
#include "language/tokens.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t no_block = 0xFFFFFFFF;

std::optional<std::int32_t> parse_number(std::string_view text) {
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0 ? std::optional(value) : std::nullopt;
}

/// The lines of a text without their ends.
class Lines {
public:
    explicit Lines(std::string_view bytes) : rest_(bytes) {}
    std::optional<std::string_view> next() {
        if (rest_.empty()) {
            return std::nullopt;
        }
        ++number_;
        const std::size_t end = std::min(rest_.find('\n'), rest_.size());
        std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
    }
    [[nodiscard]] std::size_t number() const { return number_; }

private:
    std::string_view rest_;
    std::size_t number_ = 0;
};

class ConlluParser {
public:
    explicit ConlluParser(std::string_view bytes) : lines_(bytes) {}

    Result<std::vector<ConlluSentence>> parse() {
        while (const auto line = lines_.next()) {
            if (line->empty()) {
                close();
            } else if (line->front() == '#') {
                comment(*line);
            } else if (const auto trouble = word(split(*line, '\t'))) {
                return Error{fmt::format("line {}: {}", lines_.number(), *trouble)};
            }
        }
        close();
        return std::move(sentences_);
    }

private:
    void comment(std::string_view line) {
        const std::size_t equals = line.find('=');
        const std::string_view key = trim(line.substr(1, std::min(equals, line.size()) - 1));
        const std::string_view value = equals == std::string_view::npos ? std::string_view{} : trim(line.substr(equals + 1));
        if (key == "sent_id") {
            current_.id = value;
        } else if (key == "newdoc id" || key == "newdoc") {
            document_ = value;
        }
        new_paragraph_ = new_paragraph_ || key.starts_with("newpar") || key.starts_with("newdoc");
    }

    std::optional<std::string> word(const std::vector<std::string_view>& cells) {
        if (cells.size() != 10) {
            return fmt::format("there are {} columns, not 10", cells.size());
        }
        if (cells[0].find('.') != std::string_view::npos) {
            return std::nullopt;
        }
        const auto count = static_cast<std::uint32_t>(current_.words.size());
        const bool space_after = cells[9].find("SpaceAfter=No") == std::string_view::npos;
        if (const std::size_t dash = cells[0].find('-'); dash != std::string_view::npos) {
            const auto first = parse_number(cells[0].substr(0, dash));
            const auto last = parse_number(cells[0].substr(dash + 1));
            if (!first || !last || static_cast<std::uint32_t>(*first) != count + 1 || *last < *first) {
                return fmt::format("the range '{}' is out of order", cells[0]);
            }
            current_.ranges.push_back({.first = count, .last = static_cast<std::uint32_t>(*last), .form = std::string(cells[1])});
            range_space_ = space_after;
            return std::nullopt;
        }
        if (parse_number(cells[0]) != static_cast<std::int32_t>(count + 1)) {
            return fmt::format("the word number '{}' is out of order", cells[0]);
        }
        const auto head = cells[6] == "_" ? std::optional(0) : parse_number(cells[6]);
        if (!head) {
            return fmt::format("the head '{}' is no number", cells[6]);
        }
        ConlluWord& added = current_.words.emplace_back();
        added.form = cells[1];
        added.lemma = cells[2];
        added.xpos = cells[4];
        added.misc = cells[9];
        added.head = *head - 1;
        added.upos = parse_upos(cells[3]).value_or(Upos::X);
        added.deprel = parse_deprel(cells[7]).value_or(Deprel::dep);
        const bool in_range = !current_.ranges.empty() && count < current_.ranges.back().last;
        added.space_after = in_range ? count + 1 == current_.ranges.back().last && range_space_ : space_after;
        return std::nullopt;
    }

    void close() {
        if (current_.words.empty()) {
            return;
        }
        for (ConlluWord& each : current_.words) {  // a head outside of the sentence
            if (each.head >= static_cast<std::int32_t>(current_.words.size())) {
                each.head = no_head;
            }
        }
        if (!current_.ranges.empty()) {
            auto& last = current_.ranges.back().last;
            last = std::min(last, static_cast<std::uint32_t>(current_.words.size()));
        }
        current_.document = document_;
        current_.new_paragraph = new_paragraph_;
        sentences_.push_back(std::move(current_));
        current_ = {};
        new_paragraph_ = false;
    }

    Lines lines_;
    std::vector<ConlluSentence> sentences_;
    ConlluSentence current_;
    std::string document_;
    bool new_paragraph_ = false;
    bool range_space_ = true;
};

std::string features_of(const Token& token) {
    constexpr std::string_view degrees[] = {"", "Pos", "Cmp", "Sup"};
    constexpr std::string_view moods[] = {"", "Ind", "Imp", "Sub"};
    constexpr std::string_view numbers[] = {"", "Sing", "Plur"};
    constexpr std::string_view tenses[] = {"", "Past", "Pres"};
    constexpr std::string_view verb_forms[] = {"", "Fin", "Inf", "Part", "Ger"};
    std::string out;
    const auto add = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) {
            out += fmt::format("{}{}={}", out.empty() ? "" : "|", name, value);
        }
    };
    const Features& features = token.features;
    add("Degree", degrees[static_cast<std::size_t>(features.degree)]);
    add("Mood", moods[static_cast<std::size_t>(features.mood)]);
    add("Number", numbers[static_cast<std::size_t>(features.number)]);
    add("Person", features.person == 0 ? "" : features.person == 1 ? "1" : features.person == 2 ? "2" : "3");
    add("Poss", features.possessive ? "Yes" : "");
    add("Tense", tenses[static_cast<std::size_t>(features.tense)]);
    add("VerbForm", verb_forms[static_cast<std::size_t>(features.verb_form)]);
    add("Voice", features.passive ? "Pass" : "");
    return out.empty() ? "_" : out;
}

std::string_view entity_tag(EntityKind kind) {
    switch (kind) {
    case EntityKind::person:
        return "PER";
    case EntityKind::organization:
        return "ORG";
    case EntityKind::country:
        return "GPE";
    case EntityKind::place:
        return "LOC";
    case EntityKind::group:
        return "GROUP";
    case EntityKind::demonym:
        return "NORP";
    case EntityKind::event:
        return "EVENT";
    case EntityKind::other:
        return "MISC";
    }
    return "MISC";
}

/// NER tags by token; "" for those in no name.
std::vector<std::string> name_tags(const Analysis& analysis) {
    std::vector<std::string> tags(analysis.tokens.size());
    for (const Entity& entity : analysis.entities) {
        for (std::uint32_t i = entity.first; i < std::min<std::size_t>(entity.last, tags.size()); ++i) {
            if (tags[i].empty()) {
                tags[i] = fmt::format("{}-{}", i == entity.first ? "B" : "I", entity_tag(entity.kind));
            }
        }
    }
    return tags;
}

}  // namespace

Result<std::vector<ConlluSentence>> parse_conllu(std::string_view bytes) { return ConlluParser(bytes).parse(); }

std::vector<ConlluSentence> parse_bio(std::string_view bytes) {
    std::vector<ConlluSentence> sentences;
    Lines lines(bytes);
    bool inside = false;
    while (const auto line = lines.next()) {
        const std::string_view form = line->substr(0, line->find('\t'));
        if (trim(form).empty()) {
            inside = false;
            continue;
        }
        if (!inside) {
            sentences.emplace_back().new_paragraph = true;
            inside = true;
        }
        ConlluWord& word = sentences.back().words.emplace_back();
        word.form = form;
        if (form.size() < line->size()) {
            word.misc = "NER=" + std::string(trim(line->substr(line->rfind('\t') + 1)));
        }
    }
    return sentences;
}

std::vector<Document> documents_of(const std::vector<ConlluSentence>& sentences) {
    std::vector<Document> documents;
    for (const ConlluSentence& sentence : sentences) {
        if (documents.empty() || documents.back().given_id != sentence.document) {
            Document& added = documents.emplace_back();
            added.given_id = sentence.document;
            added.language = "en";
        }
        Document& document = documents.back();
        Analysis& analysis = document.analysis;
        if (document.blocks.empty() || sentence.new_paragraph) {
            document.text += document.text.empty() ? "" : "\n\n";
            const auto begin = static_cast<std::uint32_t>(document.text.size());
            document.blocks.push_back({.span = {begin, begin}, .kind = BlockKind::paragraph});
        }
        const auto first = static_cast<std::uint32_t>(analysis.tokens.size());
        const auto begin = static_cast<std::uint32_t>(document.text.size());
        auto range = sentence.ranges.begin();
        for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
            const ConlluWord& word = sentence.words[i];
            while (range != sentence.ranges.end() && range->last <= i) {
                ++range;
            }
            Token& token = analysis.tokens.emplace_back();
            token.begin = static_cast<std::uint32_t>(document.text.size());
            if (range != sentence.ranges.end() && range->first <= i) {  // the surface word is dealt out to its words
                std::size_t done = 0;
                for (std::uint32_t k = range->first; k < i; ++k) {
                    done += sentence.words[k].form.size();
                }
                const std::string_view rest = std::string_view(range->form).substr(std::min(done, range->form.size()));
                std::size_t length = i + 1 == range->last ? rest.size() : std::min(word.form.size(), rest.size());
                while (length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xC0U) == 0x80U) {
                    ++length;
                }
                document.text += rest.substr(0, length);
            } else {
                document.text += word.form;
            }
            token.end = static_cast<std::uint32_t>(document.text.size());
            token.upos = Upos::X;
            token.lemma = analysis.lemmas.intern(word.form);
            document.text += word.space_after ? " " : "";
        }
        const auto end = analysis.tokens.back().end;
        document.blocks.back().span.end = end;
        analysis.sentences.push_back({.span = {begin, end},
                                      .first = first,
                                      .last = static_cast<std::uint32_t>(analysis.tokens.size()),
                                      .block = static_cast<std::uint32_t>(document.blocks.size() - 1)});
    }
    return documents;
}

std::string to_conllu(const Document& document, std::string_view id, bool has_syntax) {
    const Analysis& analysis = document.analysis;
    const std::vector<std::string> names = name_tags(analysis);
    std::string out = fmt::format("# newdoc id = {}\n", id);
    std::uint32_t block = no_block;
    for (std::size_t number = 0; number < analysis.sentences.size(); ++number) {
        const Sentence& sentence = analysis.sentences[number];
        if (sentence.block != block) {
            block = sentence.block;
            out += "# newpar\n";
        }
        out += fmt::format("# sent_id = {}-{}\n# text = {}\n", id, number + 1, fold_space(document.view(sentence.span)));
        const auto joins = [&](std::uint32_t i) {
            return i > sentence.first && i < sentence.last && analysis.tokens[i - 1].end == analysis.tokens[i].begin &&
                   is_clitic(document.view(analysis.tokens[i - 1]), document.view(analysis.tokens[i]));
        };
        const auto is_close = [&](std::uint32_t i) {
            return i + 1 < analysis.tokens.size() && analysis.tokens[i].end == analysis.tokens[i + 1].begin;
        };
        std::uint32_t range_end = sentence.first;
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            const Token& token = analysis.tokens[i];
            if (i >= range_end && joins(i + 1)) {
                range_end = i + 2;
                while (joins(range_end)) {
                    ++range_end;
                }
                const Span surface{token.begin, analysis.tokens[range_end - 1].end};
                out += fmt::format("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", i - sentence.first + 1, range_end - sentence.first,
                                   document.view(surface), is_close(range_end - 1) ? "SpaceAfter=No" : "_");
            }
            std::string misc = names[i].empty() ? "" : "NER=" + names[i];
            if (i >= range_end && is_close(i)) {
                misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
            }
            if (!has_syntax) {
                out += fmt::format("{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", i - sentence.first + 1, fold_space(document.view(token)),
                                   misc.empty() ? "_" : misc);
                continue;
            }
            const bool is_root = token.head == no_head;
            out += fmt::format("{}\t{}\t{}\t{}\t_\t{}\t{}\t{}\t_\t{}\n", i - sentence.first + 1, fold_space(document.view(token)),
                               analysis.lemma(token), name(token.upos), features_of(token),
                               is_root ? 0 : token.head - static_cast<std::int32_t>(sentence.first) + 1,
                               is_root ? "root" : name(token.deprel), misc.empty() ? "_" : misc);
        }
        out += '\n';
    }
    return out;
}

}  // namespace synoptic
