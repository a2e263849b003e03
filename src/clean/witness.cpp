// SPDX-License-Identifier: Apache-2.0
#include "clean/witness.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "clean/dom.hpp"
#include "clean/titles.hpp"

namespace synoptic {

namespace {

constexpr std::size_t shortest_body = 400;
constexpr std::size_t longest_body = 200000;
constexpr std::size_t shortest_piece = 30;
constexpr std::size_t compared = 80;  ///< bytes of a piece's beginning and of its end

}  // namespace

void hear_witness(Pieces& pieces, std::string_view article_body) {
    if (article_body.size() < shortest_body || article_body.size() > longest_body) {
        return;
    }
    const std::string body =
        bare_words(article_body.find('<') == std::string_view::npos ? std::string(article_body) : Dom::parse(article_body).text_below(0));
    std::vector<bool> witnessed(pieces.size(), false);
    std::size_t found = 0;
    std::size_t first = pieces.size();
    std::size_t last = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].text.size() < shortest_piece || pieces[i].reason == "repeated" || pieces[i].reason == "comment") {
            continue;
        }
        const std::string words = bare_words(pieces[i].text);
        const std::string_view end = std::string_view(words).substr(words.size() - std::min(words.size(), compared));
        witnessed[i] = body.find(words.substr(0, compared)) != std::string::npos && body.find(end) != std::string::npos;
        if (witnessed[i]) {
            found += words.size();
            first = std::min(first, i);
            last = i;
        }
    }
    if (found * 10 < body.size() * 8 || found > body.size() * 2) {
        return;
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (witnessed[i]) {
            pieces[i].reason.clear();
        } else if (i > last && pieces[i].stays()) {
            pieces[i].reason = "other";
        } else if (i < first && pieces[i].stays() && pieces[i].text.size() < compared) {
            pieces[i].reason = "other";
        }
    }
}

}  // namespace synoptic
