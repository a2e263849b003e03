// SPDX-License-Identifier: Apache-2.0
// Prints how Dom::parse reads pages, for bench/html5lib.py: on standard input for each page its size in bytes, a line feed and the page;
// out come its text nodes, each a line of JSON with the elements around it and its text, and an empty line after each page.
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "clean/dom.hpp"
#include "clean/tags.hpp"

namespace {

/// The names of the elements that html5lib.py asks for and of those whose text is none.
std::map<synoptic::Tag, std::string> named_tags() {
    std::map<synoptic::Tag, std::string> names;
    for (const char* name :
         {"a",      "article", "aside", "blockquote", "button", "caption",  "dd",      "div",    "dl",       "dt",     "figcaption",
          "figure", "footer",  "form",  "h1",         "h2",     "h3",       "h4",      "h5",     "h6",       "header", "li",
          "main",   "nav",     "ol",    "option",     "p",      "pre",      "section", "select", "table",    "td",     "textarea",
          "th",     "title",   "tr",    "ul",         "iframe", "noscript", "svg",     "math",   "template", "script", "style"}) {
        names.emplace(synoptic::tag_of(name), name);
    }
    return names;
}

}  // namespace

int main() {
    const std::map<synoptic::Tag, std::string> names = named_tags();
    std::string line;
    while (std::getline(std::cin, line)) {
        std::string page(std::stoul(line), '\0');
        std::cin.read(page.data(), static_cast<std::streamsize>(page.size()));
        const synoptic::Dom dom = synoptic::Dom::parse(page);
        for (std::uint32_t i = 0; i < dom.size(); ++i) {
            if (dom[i].tag != synoptic::Tag::text) {
                continue;
            }
            auto around = nlohmann::json::array();
            for (std::uint32_t at = dom[i].parent; at != 0; at = dom[at].parent) {
                const auto name = names.find(dom[at].tag);
                around.insert(around.begin(), name == names.end() ? "" : name->second);
            }
            const nlohmann::json node = {{"around", around}, {"text", dom.text(i)}};
            std::cout << node.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
        }
        std::cout << '\n';
    }
    return 0;
}
