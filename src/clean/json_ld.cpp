// SPDX-License-Identifier: Apache-2.0
#include "clean/json_ld.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "core/text.hpp"

namespace synoptic {

namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_script = 1U << 20U;
constexpr int deepest = 12;
constexpr std::size_t most_authors = 50;

std::string text_of(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) {
        return {};
    }
    const Json& value = found->is_array() && !found->empty() ? found->front() : *found;
    return value.is_string() ? fold_space(value.get_ref<const std::string&>()) : std::string{};
}

bool has_type(const Json& object, std::initializer_list<std::string_view> parts) {
    const auto found = object.find("@type");
    if (found == object.end()) {
        return false;
    }
    const auto matches = [&](const Json& type) {
        return type.is_string() && std::ranges::any_of(parts, [&](std::string_view part) {
                   return type.get_ref<const std::string&>().find(part) != std::string::npos;
               });
    };
    return found->is_array() ? std::any_of(found->begin(), found->end(), matches) : matches(*found);
}

class Walker {
public:
    explicit Walker(LinkedData& data) : data_(data) {}

    void index(const Json& node, int depth = 0) {
        if (depth > deepest) {
            return;
        }
        if (node.is_object()) {
            if (const auto id = node.find("@id"); id != node.end() && id->is_string() && node.contains("name")) {
                const auto [place, is_new] = by_id_.emplace(id->get<std::string>(), &node);
                if (!is_new && !place->second->contains("@type")) {
                    place->second = &node;
                }
            }
        }
        if (node.is_structured()) {
            for (const Json& child : node) {
                index(child, depth + 1);
            }
        }
    }

    void walk(const Json& node, int depth = 0) {
        if (depth > deepest) {
            return;
        }
        if (node.is_object() &&
            has_type(node, {"Article", "BlogPosting", "Posting", "Report", "Review", "Recipe", "WebPage", "ItemPage"})) {
            take(node);
        } else if (node.is_object()) {
            set(data_.date_elsewhere, text_of(node, "datePublished"));
        }
        if (node.is_object() && data_.publisher.empty() && has_type(node, {"NewsMediaOrganization"})) {
            data_.publisher = text_of(node, "name");
        }
        if (node.is_structured()) {
            for (const auto& [key, child] : node.items()) {
                if (key != "author" && key != "publisher" && key != "itemListElement" && key != "comment" && key != "hasPart" &&
                    key != "mentions") {
                    walk(child, depth + 1);
                }
            }
        }
    }

private:
    static void set(std::string& field, std::string value) {
        if (field.empty()) {
            field = std::move(value);
        }
    }

    void take(const Json& node) {
        const bool is_page = has_type(node, {"WebPage", "ItemPage"}) && !has_type(node, {"Article", "Posting"});
        if (!is_page && data_.is_article) {
            return;  // the first article is the page's own; others are teasers
        }
        if (!is_page) {
            data_.is_article = true;
            data_.is_news = has_type(node, {"NewsArticle"});
            data_.headline = text_of(node, "headline");
            set(data_.article_body, text_of(node, "articleBody"));
        }
        set(data_.date_published, text_of(node, "datePublished"));
        set(data_.date_modified, text_of(node, "dateModified"));
        set(data_.url, text_of(node, "url"));
        set(data_.section, text_of(node, "articleSection"));
        if (const auto publisher = node.find("publisher"); publisher != node.end()) {
            set(data_.publisher, name_of(publisher->is_array() && !publisher->empty() ? publisher->front() : *publisher));
        }
        if (const auto author = node.find("author"); author != node.end() && data_.authors.empty()) {
            if (author->is_array()) {
                for (const Json& one : *author) {
                    add_author(one);
                }
            } else {
                add_author(*author);
            }
        }
    }

    void add_author(const Json& author) {
        if (data_.authors.size() >= most_authors) {
            return;
        }
        if (author.is_object()) {
            if (const auto names = author.find("name"); names != author.end() && names->is_array()) {
                for (const Json& name : *names) {
                    add_author(name);
                }
                return;
            }
        }
        std::string name = name_of(author);
        if (!name.empty() && std::ranges::find(data_.authors, name, &LinkedAuthor::name) == data_.authors.end()) {
            data_.authors.push_back({std::move(name), is_person(author)});
        }
    }

    [[nodiscard]] bool is_person(const Json& node) const {
        if (!node.is_object()) {
            return false;
        }
        const auto found = by_id_.find(text_of(node, "@id"));
        return has_type(node, {"Person"}) || (found != by_id_.end() && has_type(*found->second, {"Person"}));
    }

    [[nodiscard]] std::string name_of(const Json& node) const {
        if (node.is_string()) {
            return fold_space(node.get_ref<const std::string&>());
        }
        if (!node.is_object()) {
            return {};
        }
        std::string name = text_of(node, "name");
        if (name.empty()) {
            const auto found = by_id_.find(text_of(node, "@id"));
            return found == by_id_.end() ? std::string{} : text_of(*found->second, "name");
        }
        return name;
    }

    LinkedData& data_;
    std::map<std::string, const Json*, std::less<>> by_id_;
};

/// The text value after `"key":` in broken JSON.
std::string scan(std::string_view script, std::string_view key) {
    const std::string quoted = '"' + std::string(key) + '"';
    std::size_t at = script.find(quoted);
    if (at == std::string_view::npos) {
        return {};
    }
    at = script.find_first_not_of(" \t\r\n:", at + quoted.size());
    if (at == std::string_view::npos || script[at] != '"') {
        return {};
    }
    const std::size_t end = script.find('"', at + 1);
    return end == std::string_view::npos || end - at > 400 ? std::string{} : fold_space(script.substr(at + 1, end - at - 1));
}

}  // namespace

bool is_json_ld(std::string_view type) { return lower_ascii(type).find("ld+json") != std::string::npos; }

void read_linked_data(std::string_view script, LinkedData& data) {
    if (script.size() > longest_script) {
        return;
    }
    const std::size_t begin = script.find_first_of("{[");
    const std::size_t end = script.find_last_of("}]");
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
        return;
    }
    std::string text(script.substr(begin, end - begin + 1));
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    const Json parsed = Json::parse(text, nullptr, false);
    if (parsed.is_discarded()) {
        if (text.find("Article") != std::string::npos || text.find("Posting") != std::string::npos) {
            for (const auto& [field, key] : {std::pair{&data.headline, "headline"}, std::pair{&data.date_published, "datePublished"}}) {
                if (field->empty()) {
                    *field = scan(text, key);
                }
            }
        }
        return;
    }
    Walker walker(data);
    walker.index(parsed);
    walker.walk(parsed);
}

}  // namespace synoptic
