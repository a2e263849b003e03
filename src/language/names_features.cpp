// SPDX-License-Identifier: Apache-2.0
#include "language/names_features.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr std::uint32_t reach = 2;  ///< tokens from a capital that may belong to a name

std::uint64_t mixed(std::uint64_t value) {
    value ^= value >> 32;
    value *= 0xD6E8FEB86659FD93ULL;
    value ^= value >> 32;
    value *= 0xD6E8FEB86659FD93ULL;
    return value ^ (value >> 32);
}

/// FNV-1a (Fowler, Noll and Vo), begun with the number of the feature.
std::uint64_t hash_of(std::uint64_t feature, std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325ULL ^ (feature * 0x9E3779B97F4A7C15ULL);
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    return hash;
}

/// "Solvaag" => "Xx", "F-16" => "X-d", "U.S." => "X.X."
std::string shape_of(std::string_view form, bool capital) {
    std::string shape;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const auto c = static_cast<unsigned char>(form[i]);
        const char kind = c >= 0x80              ? (i == 0 && capital ? 'X' : 'x')
                          : is_ascii_digit(c)    ? 'd'
                          : c >= 'A' && c <= 'Z' ? 'X'
                          : c >= 'a' && c <= 'z' ? 'x'
                                                 : static_cast<char>(c);
        if (shape.empty() || shape.back() != kind) {
            shape += kind;
        }
    }
    return shape.substr(0, 12);
}

void mark(std::vector<std::uint8_t>& marks, std::uint32_t first, std::uint32_t last, EntityKind kind) {
    for (std::uint32_t i = first; i < last; ++i) {
        marks[i] = static_cast<std::uint8_t>(2 * (static_cast<unsigned>(kind) + 1) + (i > first ? 1 : 0));
    }
}

}  // namespace

/// What a token shows by itself.
struct NameFeatures::Own {
    static constexpr std::size_t most = 20;
    std::array<std::uint64_t, most> hashes{};
    std::size_t count = 0;
    std::uint64_t word = 0;
    std::uint64_t shape = 0;
    std::uint64_t opinion = 0;
    static constexpr std::size_t far = 4;  ///< the first so many are shown to tokens two away

    void add(std::uint64_t hash) {
        if (count < most) {
            hashes[count++] = hash;
        }
    }
};

NameFeatures::NameFeatures(const Words& words, const Lexicon& lexicon, std::span<const RuledName> opinion)
    : words_(words), lexicon_(lexicon), opinion_(words.size(), 0), surety_(words.size(), 0), listed_(words.size(), 0) {
    for (const RuledName& each : opinion) {
        mark(opinion_, each.name.first, each.name.last, each.name.kind);
        const auto surety = static_cast<std::uint8_t>(std::clamp(each.evidence, 0.0, 6.0));
        std::fill(surety_.begin() + each.name.first, surety_.begin() + each.name.last, surety);
    }
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        if (const auto [known, last] = lexicon.known_name(words, i); known != nullptr) {
            mark(listed_, i, last, known->kind);
            i = last - 1;
        }
    }
}

std::vector<NameRun> NameFeatures::runs() const {
    std::vector<NameRun> runs;
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
        if (!words_.capital(i) && opinion_[i] == 0) {
            continue;
        }
        const std::uint32_t begin = words_.sentence_begin(i);
        const std::uint32_t first = i < begin + reach ? begin : i - reach;
        const std::uint32_t last = std::min(i + reach + 1, words_.sentence_end(i));
        if (!runs.empty() && first <= runs.back().last && words_.sentence(runs.back().first) == words_.sentence(i)) {
            runs.back().last = last;
        } else {
            runs.push_back({.first = first, .last = last});
        }
    }
    return runs;
}

NameFeatures::Own NameFeatures::own_of(std::uint32_t token) const {
    const std::string_view form = words_.at(token);
    const std::string_view lower = words_.lower(token);
    const Upos upos = words_.upos(token);
    Own own;
    own.word = hash_of(1, lower);
    own.shape = hash_of(2, shape_of(form, words_.capital(token)));
    own.opinion = mixed(0x300U + opinion_[token]);
    own.add(own.word);
    own.add(own.shape);
    own.add(mixed(0x400U + static_cast<unsigned>(upos)));
    own.add(own.opinion);
    own.add(mixed(0x500U + static_cast<unsigned>(words_.token(token).deprel)));
    own.add(hash_of(6, lower.substr(lower.size() - std::min<std::size_t>(lower.size(), 3))));
    own.add(hash_of(7, lower.substr(lower.size() - std::min<std::size_t>(lower.size(), 2))));
    own.add(hash_of(8, lower.substr(0, 3)));
    own.add(mixed(0x900U + listed_[token]));
    own.add(mixed(0xC00U + opinion_[token] * 8U + surety_[token]));
    const std::uint32_t lists = (lexicon_.first_name(form) ? 1U : 0U) | (lexicon_.organisation_word(lower) ? 2U : 0U) |
                                (lexicon_.place_word(lower) ? 4U : 0U) | (lexicon_.honorific(form) ? 8U : 0U) |
                                (lexicon_.common_word(lower) ? 16U : 0U) | (lexicon_.role(words_, token).first != nullptr ? 32U : 0U);
    own.add(mixed(0xA00U + lists));
    for (std::uint32_t bit = 0; bit < 6; ++bit) {
        if ((lists >> bit & 1U) != 0) {
            own.add(mixed(0xB00U + bit));
        }
    }
    if (const std::string_view context = lexicon_.context(lower); !context.empty()) {
        own.add(hash_of(12, context));
    }
    return own;
}

void NameFeatures::rows_of(const NameRun& run, std::vector<std::vector<std::uint32_t>>& rows) const {
    const std::uint32_t begin = words_.sentence_begin(run.first);
    const std::uint32_t end = words_.sentence_end(run.first);
    const std::uint32_t from = run.first < begin + reach ? begin : run.first - reach;
    const std::uint32_t to = std::min(run.last + reach, end);
    std::vector<Own> owns;
    for (std::uint32_t i = from; i < to; ++i) {
        owns.push_back(own_of(i));
    }
    const auto at = [&](std::int64_t i) { return i >= from && i < to ? &owns[static_cast<std::size_t>(i - from)] : nullptr; };
    rows.resize(run.last - run.first);
    for (std::uint32_t i = run.first; i < run.last; ++i) {
        std::vector<std::uint32_t>& out = rows[i - run.first];
        out.clear();
        const auto add = [&](std::uint64_t salt, std::uint64_t hash) {
            out.push_back(static_cast<std::uint32_t>(mixed(hash + salt * 0x9E3779B97F4A7C15ULL) >> (64 - table_bits)));
        };
        for (std::int64_t offset = -2; offset <= 2; ++offset) {
            const auto salt = static_cast<std::uint64_t>(offset + 3);
            const Own* own = at(static_cast<std::int64_t>(i) + offset);
            if (own == nullptr) {
                add(salt, 0);
                continue;
            }
            const std::size_t count = offset == 2 || offset == -2 ? Own::far : own->count;
            for (std::size_t k = 0; k < count; ++k) {
                add(salt, own->hashes[k]);
            }
        }
        const Own& here = *at(i);
        const Own* before = at(static_cast<std::int64_t>(i) - 1);
        const Own* after = at(static_cast<std::int64_t>(i) + 1);
        add(10, here.opinion ^ here.shape);
        if (before != nullptr) {
            add(11, before->word ^ here.shape);
            add(12, before->opinion * 3 + here.opinion);
        }
        if (after != nullptr) {
            add(13, after->word ^ here.shape);
            add(14, here.opinion * 3 + after->opinion);
        }
        if (before != nullptr && after != nullptr) {
            add(15, before->opinion * 3 + after->opinion);
        }
        const Token& token = words_.token(i);
        if (token.head != no_head) {
            const auto head = static_cast<std::uint32_t>(token.head);
            add(16, hash_of(16, words_.lower(head)));
            add(17, mixed((static_cast<std::uint64_t>(token.deprel) << 8U) + static_cast<unsigned>(words_.upos(head))));
        }
    }
}

}  // namespace synoptic
