// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

/// A page title split at the marks that part headline and site: "It held - Rail Voice | News" => {"It held", "Rail Voice", "News"}.
std::vector<std::string_view> split_title(std::string_view title);

/// Lower case, accents and punctuation dropped, one space between words: "It held!" => "it held".
std::string bare_words(std::string_view text);
/// The same of a text whose case and accents are folded.
std::string bare_words_folded(std::string_view folded);

/// The bare words of a text, made once to be compared with many.
class TitleWords {
public:
    explicit TitleWords(std::string_view text);
    TitleWords(const TitleWords&) = delete;
    TitleWords(TitleWords&&) = default;

    [[nodiscard]] const std::vector<std::string_view>& sorted() const { return sorted_; }

private:
    std::unique_ptr<const std::string> bare_;  ///< does not move, so that the words may point into it
    std::vector<std::string_view> sorted_;
};

/// The share of the words of the shorter text that the other has too, 0 to 1.
double word_overlap(const TitleWords& a, const TitleWords& b);
double word_overlap(std::string_view a, std::string_view b);

/// The site's name in a page title, given the headline: ("It held - Rail Voice, the magazine of the workers", "It held") => "Rail Voice".
/// "" where there is none.
std::string site_in_title(std::string_view title, std::string_view headline);

/// The headline in a page title whose site is known, or whose last part looks like one.
/// ("It held - Rail Voice", "") => "It held"; ("Rail Voice: It held", "Rail Voice") => "It held"
std::string headline_in_title(std::string_view title, std::string_view site);

}  // namespace synoptic
