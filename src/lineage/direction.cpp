// SPDX-License-Identifier: Apache-2.0
#include "lineage/direction.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

constexpr float much_shorter = 0.85F;  // a copy that leaves out less may have lost a line to its page

using WordSet = std::unordered_set<std::uint32_t>;

WordSet words_of_kind(std::string_view kind) {
    WordSet words;
    for (const Row& row : load_table("lineage_words.tsv")) {
        if (row.at(0) == kind) {
            words.insert(static_cast<std::uint32_t>(hash_word(row.at(1))));
        }
    }
    return words;
}

const WordSet& source_cues() {
    static const WordSet cues = words_of_kind("cue");
    return cues;
}

const WordSet& desk_words() {
    static const WordSet words = words_of_kind("desk");
    return words;
}

/// "www.example.org/a?x" => "example"; empty for text that does not begin with a host.
std::string host_of(std::string_view address) {
    address = address.substr(0, address.find_first_of(" /)]#?:"));
    if (address.starts_with("www.")) {
        address.remove_prefix(4);
    }
    const std::size_t dot = address.find('.');
    const bool is_host = dot != std::string_view::npos && dot > 1 && dot + 2 < address.size() && !is_ascii_digit(address.back());
    return std::string(is_host ? address.substr(0, dot) : std::string_view{});
}

bool stands_at(const std::vector<ReadWord>& words, std::size_t at, const std::vector<std::uint32_t>& forms) {
    return at + forms.size() <= words.size() && std::equal(forms.begin(), forms.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                                                           [](std::uint32_t form, const ReadWord& word) { return form == word.form; });
}

/// "told Gulfdesk", "told the Chronicle".
bool follows_cue(const std::vector<ReadWord>& words, std::size_t at) {
    static const auto the = static_cast<std::uint32_t>(hash_word("the"));
    const std::size_t before = at >= 2 && words[at - 1].form == the ? at - 2 : at - 1;
    return at > 0 && source_cues().contains(words[before].form);
}

/// The full name anywhere, or its first word as a name after a cue ("told Gulfdesk" of the Gulfdesk Shipping News).
bool is_named_in(const std::vector<ReadWord>& words, const std::vector<std::uint32_t>& name) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].form != name.front()) {
            continue;
        }
        if (name.size() >= 2 && stands_at(words, i, name)) {
            return true;
        }
        if (words[i].is(ReadWord::name) && follows_cue(words, i)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::string source_key(std::string_view declared) {
    std::string folded = fold_space(fold_accents(declared));
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (const std::size_t at = folded.find(scheme); at != std::string::npos) {
            folded.erase(0, at + scheme.size());
        }
    }
    if (const std::string host = host_of(folded); !host.empty()) {
        return host;
    }
    std::string key;
    for (const Word& word : read_words(folded).words) {
        if (word.kind == WordKind::function || source_cues().contains(static_cast<std::uint32_t>(word.form))) {
            continue;
        }
        key += (key.empty() ? "" : " ");
        key += word.span.in(folded);
    }
    return key;
}

std::vector<std::uint32_t> name_words(std::string_view publisher) {
    std::vector<std::uint32_t> forms;
    if (publisher.empty()) {
        return forms;
    }
    for (const Word& word : read_words(publisher).words) {
        if (word.kind != WordKind::function) {
            forms.push_back(static_cast<std::uint32_t>(word.form));
        }
    }
    return forms;
}

std::int32_t byline_strength(const Document& document) {
    const std::vector<std::uint32_t> words = name_words(document.author.value_or(""));
    const bool person = words.size() >= 2 && std::ranges::none_of(words, [](std::uint32_t form) { return desk_words().contains(form); });
    return (person ? 2 : 0) + (document.publisher ? 1 : 0);
}

bool names_as_source(const Reading& reading, const std::vector<std::uint32_t>& masthead) {
    return !masthead.empty() &&
           (std::ranges::find(reading.declared, masthead.front()) != reading.declared.end() || is_named_in(reading.words, masthead));
}

FoundDirection find_direction(const Reading& earlier, const Reading& later, const Comparison& comparison) {
    using enum DirectionBasis;
    if (earlier.publisher == 0 || earlier.publisher != later.publisher) {
        const bool later_names_earlier = names_as_source(later, earlier.masthead);
        const bool earlier_names_later = names_as_source(earlier, later.masthead);
        if (later_names_earlier != earlier_names_later) {
            return {later_names_earlier, declared};
        }
    }
    if (earlier.date && later.date && !compatible(*earlier.date, *later.date)) {
        return {*earlier.date < *later.date, date};
    }
    const auto length_earlier = static_cast<float>(earlier.words.size());
    const auto length_later = static_cast<float>(later.words.size());
    if (comparison.kind == Comparison::Kind::verbatim &&
        std::min(length_earlier, length_later) < much_shorter * std::max(length_earlier, length_later)) {
        return {length_earlier > length_later, abridgement};
    }
    if (earlier.byline != later.byline) {
        return {earlier.byline > later.byline, byline};
    }
    return {};
}

bool comes_before(const Document& a, const Document& b) {
    const auto key = [](const Document& d) {
        return std::tuple(!d.published, d.published ? d.published->date : Date{},
                          std::tie(d.given_id, d.url, d.title, d.text, d.id, d.path, d.record));
    };
    return key(a) < key(b);
}

}  // namespace synoptic
