// SPDX-License-Identifier: Apache-2.0
#include "lineage/reading.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <tuple>
#include <type_traits>

#include "core/text.hpp"
#include "lineage/direction.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t most_fact_sentences = 400;
constexpr std::size_t longest_word = 0xFFFF;
constexpr std::ptrdiff_t least_unquoted = 40;  // words

template <typename Value>
void append(std::string& bytes, const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename List>
void append_list(std::string& bytes, const List& list) {
    using Value = typename List::value_type;
    static_assert(std::is_trivially_copyable_v<Value>);
    append(bytes, static_cast<std::uint32_t>(list.size()));
    bytes.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(Value));
}

class Taker {
public:
    explicit Taker(std::string_view bytes) : bytes_(bytes) {}

    template <typename Value>
    void take(Value& value) {
        assert(bytes_.size() >= sizeof value);
        std::memcpy(&value, bytes_.data(), sizeof value);
        bytes_.remove_prefix(sizeof value);
    }

    template <typename List>
    void take_list(List& list) {
        std::uint32_t size = 0;
        take(size);
        list.resize(size);
        const std::size_t length = size * sizeof(typename List::value_type);
        assert(bytes_.size() >= length);
        if (length > 0) {
            std::memcpy(list.data(), bytes_.data(), length);
        }
        bytes_.remove_prefix(length);
    }

private:
    std::string_view bytes_;
};

/// What is quoted is stated by somebody else, whom two reporters may have heard; a text that is nearly all quotation is taken with it.
std::vector<StatedFact> read_facts(const WordText& text) {
    const auto unquoted = std::ranges::count_if(text.words, [](const Word& word) { return !word.quoted; });
    const bool quoted_too = unquoted < least_unquoted;
    // Sorted as numbers of key, sentence and kind from the top: of one key in one sentence the telling kind (number, name, plain) is first.
    std::vector<std::uint64_t> packed;
    packed.reserve(text.words.size() / 2);
    for (const Word& word : text.words) {
        if (word.sentence >= most_fact_sentences) {
            break;
        }
        if (word.kind != WordKind::function && (quoted_too || !word.quoted)) {
            packed.push_back(word.stem << 32U | std::uint64_t{word.sentence} << 8U | (0xFFU - static_cast<std::uint8_t>(word.kind)));
        }
    }
    std::ranges::sort(packed);
    std::vector<StatedFact> facts;
    facts.reserve(packed.size());
    for (const std::uint64_t fact : packed) {
        const StatedFact stated{static_cast<std::uint32_t>(fact >> 32U), static_cast<std::uint16_t>(fact >> 8U),
                                static_cast<WordKind>(0xFFU - (fact & 0xFFU))};
        if (facts.empty() || facts.back().key != stated.key || facts.back().sentence != stated.sentence) {
            facts.push_back(stated);
        }
    }
    return facts;
}

std::uint64_t host_key(std::string_view url) {
    const std::size_t scheme = url.find("://");
    const std::string_view host = scheme == std::string_view::npos ? "" : url.substr(scheme + 3);
    return host.empty() ? 0 : hash_word(host.substr(0, host.find_first_of("/?#")));
}

}  // namespace

std::vector<ReadWord> to_read_words(const WordText& text) {
    std::vector<ReadWord> words(text.words.size());
    std::ranges::transform(text.words, words.begin(), [](const Word& word) {
        const auto flags =
            static_cast<std::uint16_t>((word.quoted ? ReadWord::quoted : 0) | (word.kind == WordKind::name ? ReadWord::name : 0) |
                                       (word.kind == WordKind::function ? ReadWord::function : 0));
        return ReadWord{static_cast<std::uint32_t>(word.form), word.span.begin,
                        static_cast<std::uint16_t>(std::min<std::size_t>(longest_word, word.span.size())), flags};
    });
    return words;
}

Reading read_for_lineage(const Document& document) {
    Reading reading;
    WordText text = read_words(document.text);
    reading.label = document.given_id.empty() ? to_hex(document.id) : document.given_id;
    reading.publisher = document.publisher ? hash_word(fold_accents(*document.publisher)) : host_key(document.url);
    reading.masthead = name_words(document.publisher.value_or(""));
    for (const std::string& declared : document.declared_sources) {
        std::ranges::copy(name_words(declared), std::back_inserter(reading.declared));
    }
    if (document.published) {
        reading.date = document.published->date;
        reading.day = reading.date->has_day() ? to_days(*reading.date) : Reading::no_day;
    }
    reading.byline = byline_strength(document);
    reading.words = to_read_words(text);
    reading.facts = read_facts(text);
    reading.sentences = std::move(text.sentences);
    reading.first_word = std::move(text.first_word);
    return reading;
}

void Reading::settle() {
    std::erase_if(facts, [&](const StatedFact& fact) { return words[first_word[fact.sentence]].is(ReadWord::furniture); });
    named.clear();
    for (const StatedFact& fact : facts) {
        if (fact.kind != WordKind::plain && (named.empty() || named.back() != fact.key)) {
            named.push_back(fact.key);
        }
    }
}

void append_bytes(const Reading& reading, std::string& bytes) {
    append_list(bytes, reading.label);
    append(bytes, reading.publisher);
    append_list(bytes, reading.masthead);
    append_list(bytes, reading.declared);
    append(bytes, reading.date.has_value());
    append(bytes, reading.date.value_or(Date{}));
    append(bytes, reading.day);
    append(bytes, reading.byline);
    append_list(bytes, reading.words);
    append_list(bytes, reading.sentences);
    append_list(bytes, reading.first_word);
    append_list(bytes, reading.facts);
    append_list(bytes, reading.named);
}

Reading from_bytes(std::string_view bytes) {
    Reading reading;
    Taker taker(bytes);
    taker.take_list(reading.label);
    taker.take(reading.publisher);
    taker.take_list(reading.masthead);
    taker.take_list(reading.declared);
    bool dated = false;
    Date date;
    taker.take(dated);
    taker.take(date);
    if (dated) {
        reading.date = date;
    }
    taker.take(reading.day);
    taker.take(reading.byline);
    taker.take_list(reading.words);
    taker.take_list(reading.sentences);
    taker.take_list(reading.first_word);
    taker.take_list(reading.facts);
    taker.take_list(reading.named);
    return reading;
}

}  // namespace synoptic
