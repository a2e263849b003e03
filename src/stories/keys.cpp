// SPDX-License-Identifier: Apache-2.0
#include "stories/keys.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "core/address.hpp"
#include "lineage/words.hpp"
#include "stories/event_days.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t lead_words = 60;
constexpr std::size_t longest_stemmed_name = 9;  // bytes
constexpr std::size_t most_uses = 4000;          // of a longer document the most used keys

std::uint32_t key_of(std::uint64_t hash, KeyKind kind) {
    return static_cast<std::uint32_t>(mix(hash, static_cast<std::uint64_t>(kind)) >> 32U);
}

/// A long name stands for itself: its first letters belong to others too ("Springfield", "Springdale").
std::uint64_t name_of(const Word& word) { return word.span.size() > longest_stemmed_name ? word.form : word.stem; }

class KeyCounter {
public:
    void count_title(const WordText& text) {
        for (const Word& word : text.words) {
            if (word.kind != WordKind::function) {
                KeyUse& use = use_of(word.stem, KeyKind::word);
                raise(use.title);
                raise(use.lead);
            }
        }
    }

    void count_text(const WordText& text) {
        for (std::uint32_t i = 0; i < text.words.size(); ++i) {
            const Word& word = text.words[i];
            if (word.kind == WordKind::function) {
                continue;
            }
            const bool lead = i < lead_words;
            count(word.kind == WordKind::name ? name_of(word) : word.stem, KeyKind::word, lead);
            const Word* before = i > 0 && text.words[i - 1].sentence == word.sentence ? &text.words[i - 1] : nullptr;
            const bool joined = before != nullptr && before->kind != WordKind::function;
            if (joined) {
                count(mix(before->stem, word.stem), KeyKind::phrase, lead);
            }
            if (word.kind == WordKind::number) {
                count(word.stem, KeyKind::number, lead);
            } else if (word.kind == WordKind::name) {
                count(name_of(word), KeyKind::name, lead);
                if (joined && before->kind == WordKind::name) {
                    count(mix(name_of(*before), name_of(word)), KeyKind::name, lead);
                }
            }
        }
    }

    void count_dates(const WordText& text, std::string_view bytes) {
        for (std::size_t i = 0; i < text.words.size(); ++i) {
            const Word& word = text.words[i];
            const bool lead = i < lead_words;
            const CalendarWord found = calendar_word(word, bytes);
            if (found.weekday) {
                count(100U + *found.weekday, KeyKind::date, lead);
            } else if (found.month != 0) {
                count(found.month, KeyKind::date, lead);
                for (const std::size_t j : {i - 1, i + 1}) {
                    if (j < text.words.size() && text.words[j].kind == WordKind::number && text.words[j].span.size() <= 2) {
                        count(mix(found.month, text.words[j].stem), KeyKind::date, lead);
                    }
                }
            } else if (year_of(word, bytes) != 0) {
                count(word.stem, KeyKind::date, lead);
            }
        }
    }

    std::vector<KeyUse> take() {
        std::vector<KeyUse> uses;
        uses.reserve(uses_.size());
        for (const auto& [key, use] : uses_) {
            uses.push_back(use);
        }
        if (uses.size() > most_uses) {
            std::ranges::sort(
                uses, [](const KeyUse& a, const KeyUse& b) { return std::tie(b.lead, b.body, a.key) < std::tie(a.lead, a.body, b.key); });
            uses.resize(most_uses);
        }
        std::ranges::sort(uses, {}, &KeyUse::key);
        return uses;
    }

private:
    KeyUse& use_of(std::uint64_t hash, KeyKind kind) {
        const std::uint32_t key = key_of(hash, kind);
        return uses_.try_emplace(key, KeyUse{.key = key, .kind = kind}).first->second;
    }

    void count(std::uint64_t hash, KeyKind kind, bool lead) {
        KeyUse& use = use_of(hash, kind);
        raise(use.body);
        if (lead) {
            raise(use.lead);
        }
    }

    static void raise(std::uint8_t& number) { number = static_cast<std::uint8_t>(number + (number < 255 ? 1 : 0)); }

    std::unordered_map<std::uint32_t, KeyUse> uses_;
};

void append(std::string& bytes, std::uint32_t number) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        bytes.push_back(static_cast<char>((number >> shift) & 0xFFU));
    }
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (unsigned i = 0; i < 4; ++i) {
        number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    return number;
}

std::uint32_t publisher_of(const Document& document) {
    const std::string_view name = document.publisher ? std::string_view(*document.publisher) : host_of(document.url);
    return name.empty() ? 0 : static_cast<std::uint32_t>(hash_word(name) >> 32U);
}

constexpr std::uint32_t no_day = 0x80000000U;
constexpr std::size_t head_bytes = 12;  // day, publisher, number of event days
constexpr std::size_t use_bytes = 8;

}  // namespace

std::uint32_t word_key(std::string_view folded) { return key_of(hash_word(folded), KeyKind::word); }

DocumentKeys read_keys(const Document& document) {
    KeyCounter counter;
    if (document.title) {
        counter.count_title(read_words(*document.title));
    }
    const WordText text = read_words(document.text);
    counter.count_text(text);
    counter.count_dates(text, document.text);
    DocumentKeys keys;
    keys.uses = counter.take();
    const bool dated = document.published && document.published->date.has_day();
    keys.day = dated ? to_days(document.published->date) : dateline(text, document.text);
    keys.event_days = event_days(text, document.text, keys.day);
    keys.publisher = publisher_of(document);
    return keys;
}

std::string pack_keys(const DocumentKeys& keys) {
    std::string bytes;
    bytes.reserve(head_bytes + 4 * keys.event_days.size() + use_bytes * keys.uses.size());
    append(bytes, keys.day ? static_cast<std::uint32_t>(*keys.day) : no_day);
    append(bytes, keys.publisher);
    append(bytes, static_cast<std::uint32_t>(keys.event_days.size()));
    for (const std::int32_t day : keys.event_days) {
        append(bytes, static_cast<std::uint32_t>(day));
    }
    for (const KeyUse& use : keys.uses) {
        append(bytes, use.key);
        for (const std::uint8_t number : {static_cast<std::uint8_t>(use.kind), use.title, use.lead, use.body}) {
            bytes.push_back(static_cast<char>(number));
        }
    }
    return bytes;
}

std::optional<DocumentKeys> unpack_keys(std::string_view bytes) {
    if (bytes.size() < head_bytes || bytes.size() % 4 != 0) {
        return std::nullopt;
    }
    DocumentKeys keys;
    if (const std::uint32_t day = number_at(bytes, 0); day != no_day) {
        keys.day = static_cast<std::int32_t>(day);
    }
    keys.publisher = number_at(bytes, 4);
    const std::size_t days = number_at(bytes, 8);
    if (days > 8 || bytes.size() < head_bytes + 4 * days || (bytes.size() - head_bytes - 4 * days) % use_bytes != 0) {
        return std::nullopt;
    }
    std::size_t at = head_bytes;
    for (; at < head_bytes + 4 * days; at += 4) {
        keys.event_days.push_back(static_cast<std::int32_t>(number_at(bytes, at)));
    }
    for (; at < bytes.size(); at += use_bytes) {
        const auto number = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[at + 4 + i]); };
        if (number(0) > static_cast<std::uint8_t>(KeyKind::date) || (!keys.uses.empty() && keys.uses.back().key >= number_at(bytes, at))) {
            return std::nullopt;
        }
        keys.uses.push_back({number_at(bytes, at), static_cast<KeyKind>(number(0)), number(1), number(2), number(3)});
    }
    return keys;
}

}  // namespace synoptic
