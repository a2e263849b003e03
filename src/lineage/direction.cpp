// SPDX-License-Identifier: Apache-2.0
#include "lineage/direction.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "core/table.hpp"
#include "core/text.hpp"

namespace synoptic {

namespace {

using WordSet = std::unordered_set<std::uint64_t>;

WordSet words_of_kind(std::string_view kind) {
    WordSet words;
    for (const Row& row : load_table("lineage_words.tsv")) {
        if (row.at(0) == kind) {
            words.insert(hash_word(row.at(1)));
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

/// The words a publisher is called by, without "The".
std::vector<std::uint64_t> name_words(std::string_view publisher) {
    std::vector<std::uint64_t> forms;
    for (const Word& word : read_words(publisher).words) {
        if (word.kind != WordKind::function) {
            forms.push_back(word.form);
        }
    }
    return forms;
}

bool stands_at(const std::vector<Word>& words, std::size_t at, const std::vector<std::uint64_t>& forms) {
    return at + forms.size() <= words.size() && std::equal(forms.begin(), forms.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                                                           [](std::uint64_t form, const Word& word) { return form == word.form; });
}

/// The full name anywhere, or its first word as a name after a cue ("told Gulfdesk" of the Gulfdesk Shipping News).
bool is_named_in(const std::vector<Word>& words, const std::vector<std::uint64_t>& name) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (name.size() >= 2 && stands_at(words, i, name)) {
            return true;
        }
        if (i > 0 && words[i].form == name.front() && words[i].kind == WordKind::name && source_cues().contains(words[i - 1].form)) {
            return true;
        }
    }
    return false;
}

bool same_publisher(const Document& a, const Document& b) {
    return a.publisher && b.publisher && fold_accents(*a.publisher) == fold_accents(*b.publisher);
}

/// A person's name over an article tells of a reporter; "News team" does not.
int byline_strength(const Document& document) {
    const std::vector<Word> words = read_words(document.author.value_or("")).words;
    const bool person = words.size() >= 2 && std::ranges::none_of(words, [](const Word& word) { return desk_words().contains(word.form); });
    return (person ? 2 : 0) + (document.publisher ? 1 : 0);
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
        if (word.kind == WordKind::function || source_cues().contains(word.form)) {
            continue;
        }
        key += (key.empty() ? "" : " ");
        key += word.span.in(folded);
    }
    return key;
}

bool names_as_source(const Reading& document, std::string_view publisher) {
    const std::vector<std::uint64_t> name = name_words(publisher);
    if (name.empty()) {
        return false;
    }
    for (const std::string& declared : document.document->declared_sources) {
        const std::vector<std::uint64_t> words = name_words(declared);
        const bool held = std::ranges::search(words, name).size() == name.size() || std::ranges::find(words, name.front()) != words.end();
        if (held) {
            return true;
        }
    }
    return is_named_in(document.text.words, name);
}

bool is_source(const Reading& a, const Reading& b, const Comparison& comparison) {
    if (!same_publisher(*a.document, *b.document)) {
        const bool b_names_a = a.document->publisher && names_as_source(b, *a.document->publisher);
        const bool a_names_b = b.document->publisher && names_as_source(a, *b.document->publisher);
        if (b_names_a != a_names_b) {
            return b_names_a;
        }
    }
    const auto& date_a = a.document->published;
    const auto& date_b = b.document->published;
    if (date_a && date_b && !compatible(date_a->date, date_b->date)) {
        return date_a->date < date_b->date;
    }
    const float length_a = static_cast<float>(a.text.words.size());
    const float length_b = static_cast<float>(b.text.words.size());
    if (comparison.kind == Comparison::Kind::verbatim && std::min(length_a, length_b) < 0.85F * std::max(length_a, length_b)) {
        return length_a > length_b;
    }
    const int byline_a = byline_strength(*a.document);
    const int byline_b = byline_strength(*b.document);
    return byline_a != byline_b ? byline_a > byline_b : comes_before(*a.document, *b.document);
}

bool comes_before(const Document& a, const Document& b) {
    const auto key = [](const Document& d) {
        return std::tuple(!d.published, d.published ? d.published->date : Date{},
                          std::tie(d.given_id, d.url, d.title, d.text, d.id, d.path, d.record));
    };
    return key(a) < key(b);
}

}  // namespace synoptic
