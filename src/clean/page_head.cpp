// SPDX-License-Identifier: Apache-2.0
#include "clean/page_head.hpp"

#include "core/text.hpp"

namespace synoptic {

std::string plain(std::string_view text) {
    return text.find_first_of("&<") == std::string_view::npos ? fold_space(text) : Dom::parse(text).text_below(0);
}

PageHead read_head(const Dom& dom) {
    PageHead head;
    for (std::uint32_t i = 0; i < dom.size(); ++i) {
        switch (dom[i].tag) {
        case Tag::meta: {
            const std::string_view content = dom.attribute(i, Attr::content);
            for (const Attr attribute : {Attr::property, Attr::name, Attr::itemprop}) {
                if (const std::string_view name = dom.attribute(i, attribute); !name.empty() && !trim(content).empty()) {
                    const std::string key = (attribute == Attr::itemprop ? "itemprop:" : "") + lower_ascii(trim(name));
                    if (key == "citation_author" && head.citation_authors.size() < 50) {
                        head.citation_authors.push_back(fold_space(content));
                    }
                    head.tags.try_emplace(key, fold_space(content));
                }
            }
            break;
        }
        case Tag::title:
            if (head.title.empty()) {
                for (std::uint32_t j = i; j < dom[i].end; ++j) {
                    head.title += dom[j].tag == Tag::text ? dom.text(j) : std::string_view{};
                }
                head.title = fold_space(head.title);
            }
            break;
        case Tag::link:
            if (head.canonical.empty() && lower_ascii(dom.attribute(i, Attr::rel)) == "canonical") {
                head.canonical = trim(dom.attribute(i, Attr::href));
            }
            break;
        case Tag::script:
            if (is_json_ld(dom.attribute(i, Attr::type))) {
                for (std::uint32_t j = i; j < dom[i].end; ++j) {
                    if (dom[j].tag == Tag::text) {
                        read_linked_data(dom.text(j), head.data);
                    }
                }
            }
            break;
        default:
            if (i == 0 || dom[i].tag == Tag::html) {
                head.language = dom.attribute(i, Attr::lang);
            }
        }
    }
    return head;
}

std::string_view PageHead::first_of(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
        if (const auto found = tags.find(name); found != tags.end()) {
            return found->second;
        }
    }
    return {};
}

}  // namespace synoptic
