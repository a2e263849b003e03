// SPDX-License-Identifier: Apache-2.0
// Names and classes of elements after HTML 5 (html.spec.whatwg.org).
#include "clean/tags.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace synoptic {

namespace {

struct TagName {
    std::string_view name;
    Tag tag;
};

constexpr std::array tag_names = {
    TagName{"a", Tag::a},
    TagName{"address", Tag::address},
    TagName{"article", Tag::article},
    TagName{"aside", Tag::aside},
    TagName{"b", Tag::b},
    TagName{"blockquote", Tag::blockquote},
    TagName{"body", Tag::body},
    TagName{"br", Tag::br},
    TagName{"button", Tag::button},
    TagName{"canvas", Tag::canvas},
    TagName{"caption", Tag::caption},
    TagName{"cite", Tag::cite},
    TagName{"center", Tag::center},
    TagName{"code", Tag::code},
    TagName{"dd", Tag::dd},
    TagName{"del", Tag::del},
    TagName{"details", Tag::details},
    TagName{"div", Tag::div},
    TagName{"dl", Tag::dl},
    TagName{"dt", Tag::dt},
    TagName{"em", Tag::em},
    TagName{"embed", Tag::embed},
    TagName{"fieldset", Tag::fieldset},
    TagName{"figcaption", Tag::figcaption},
    TagName{"figure", Tag::figure},
    TagName{"font", Tag::font},
    TagName{"footer", Tag::footer},
    TagName{"form", Tag::form},
    TagName{"h1", Tag::h1},
    TagName{"h2", Tag::h2},
    TagName{"h3", Tag::h3},
    TagName{"h4", Tag::h4},
    TagName{"h5", Tag::h5},
    TagName{"h6", Tag::h6},
    TagName{"head", Tag::head},
    TagName{"header", Tag::header},
    TagName{"hr", Tag::hr},
    TagName{"html", Tag::html},
    TagName{"i", Tag::i},
    TagName{"iframe", Tag::iframe},
    TagName{"img", Tag::img},
    TagName{"input", Tag::input},
    TagName{"ins", Tag::ins},
    TagName{"label", Tag::label},
    TagName{"li", Tag::li},
    TagName{"link", Tag::link},
    TagName{"main", Tag::main},
    TagName{"map", Tag::map},
    TagName{"menu", Tag::menu},
    TagName{"meta", Tag::meta},
    TagName{"nav", Tag::nav},
    TagName{"noscript", Tag::noscript},
    TagName{"object", Tag::object},
    TagName{"ol", Tag::ol},
    TagName{"optgroup", Tag::optgroup},
    TagName{"option", Tag::option},
    TagName{"p", Tag::p},
    TagName{"pre", Tag::pre},
    TagName{"q", Tag::q},
    TagName{"s", Tag::s},
    TagName{"script", Tag::script},
    TagName{"section", Tag::section},
    TagName{"select", Tag::select},
    TagName{"small", Tag::small},
    TagName{"source", Tag::source},
    TagName{"span", Tag::span},
    TagName{"strong", Tag::strong},
    TagName{"style", Tag::style},
    TagName{"sub", Tag::sub},
    TagName{"summary", Tag::summary},
    TagName{"sup", Tag::sup},
    TagName{"svg", Tag::svg},
    TagName{"math", Tag::math},
    TagName{"table", Tag::table},
    TagName{"tbody", Tag::tbody},
    TagName{"td", Tag::td},
    TagName{"template", Tag::template_},
    TagName{"textarea", Tag::textarea},
    TagName{"tfoot", Tag::tfoot},
    TagName{"th", Tag::th},
    TagName{"thead", Tag::thead},
    TagName{"time", Tag::time},
    TagName{"title", Tag::title},
    TagName{"tr", Tag::tr},
    TagName{"u", Tag::u},
    TagName{"ul", Tag::ul},
    TagName{"audio", Tag::audio},
    TagName{"video", Tag::video},
    TagName{"dialog", Tag::dialog},
    TagName{"hgroup", Tag::hgroup},
    TagName{"search", Tag::search},
    TagName{"wbr", Tag::wbr},
    TagName{"area", Tag::area},
    TagName{"base", Tag::base},
    TagName{"col", Tag::col},
    TagName{"colgroup", Tag::colgroup},
    TagName{"param", Tag::param},
    TagName{"track", Tag::track},
    TagName{"foreignobject", Tag::foreignobject},
    TagName{"desc", Tag::desc},
};

struct AttrName {
    std::string_view name;
    Attr attr;
};

/// By length: most attributes of a page are none of these, and most of those have a length that none of these has.
constexpr std::array attr_names = {
    AttrName{"id", Attr::id},
    AttrName{"rel", Attr::rel},
    AttrName{"alt", Attr::alt},
    AttrName{"href", Attr::href},
    AttrName{"name", Attr::name},
    AttrName{"role", Attr::role},
    AttrName{"type", Attr::type},
    AttrName{"lang", Attr::lang},
    AttrName{"class", Attr::class_},
    AttrName{"style", Attr::style},
    AttrName{"title", Attr::title},
    AttrName{"value", Attr::value},
    AttrName{"hidden", Attr::hidden},
    AttrName{"charset", Attr::charset},
    AttrName{"content", Attr::content},
    AttrName{"pubdate", Attr::pubdate},
    AttrName{"itemprop", Attr::itemprop},
    AttrName{"itemtype", Attr::itemtype},
    AttrName{"property", Attr::property},
    AttrName{"datetime", Attr::datetime},
    AttrName{"itemscope", Attr::itemscope},
    AttrName{"http-equiv", Attr::http_equiv},
    AttrName{"aria-label", Attr::aria_label},
    AttrName{"aria-hidden", Attr::aria_hidden},
};
constexpr std::size_t longest_attr_name = attr_names.back().name.size();
static_assert(std::ranges::is_sorted(attr_names, {}, [](const AttrName& known) { return known.name.size(); }));

/// Where the names of each length begin in attr_names; the last entry is their end.
constexpr auto attr_begins = [] {
    std::array<std::uint8_t, longest_attr_name + 2> begins{};
    for (std::size_t length = 0, at = 0; length < begins.size(); ++length) {
        while (at < attr_names.size() && attr_names[at].name.size() < length) {
            ++at;
        }
        begins[length] = static_cast<std::uint8_t>(at);
    }
    return begins;
}();

}  // namespace

Tag tag_of(std::string_view name) {
    const auto* found = std::ranges::find(tag_names, name, &TagName::name);
    return found == tag_names.end() ? Tag::other : found->tag;
}

std::optional<Attr> attribute_of(std::string_view name) {
    if (name.size() > longest_attr_name) {
        return std::nullopt;
    }
    for (std::size_t i = attr_begins[name.size()]; i < attr_begins[name.size() + 1]; ++i) {
        if (attr_names[i].name == name) {
            return attr_names[i].attr;
        }
    }
    return std::nullopt;
}

bool is_void(Tag tag) {
    return any_of(tag, Tag::br, Tag::hr, Tag::img, Tag::input, Tag::link, Tag::meta, Tag::embed, Tag::source, Tag::wbr, Tag::area,
                  Tag::base, Tag::col, Tag::param, Tag::track);
}

bool is_heading(Tag tag) { return any_of(tag, Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6); }

bool is_scope(Tag tag) { return any_of(tag, Tag::table, Tag::td, Tag::th, Tag::caption, Tag::object, Tag::template_, Tag::html); }

bool is_formatting(Tag tag) {
    return any_of(tag, Tag::a, Tag::b, Tag::cite, Tag::code, Tag::del, Tag::em, Tag::font, Tag::i, Tag::ins, Tag::label, Tag::q, Tag::s,
                  Tag::small, Tag::span, Tag::strong, Tag::sub, Tag::sup, Tag::time, Tag::u, Tag::other);
}

bool has_implied_end(Tag tag) {
    return is_heading(tag) || any_of(tag, Tag::html, Tag::head, Tag::body, Tag::p, Tag::li, Tag::dd, Tag::dt, Tag::td, Tag::th, Tag::tr,
                                     Tag::tbody, Tag::thead, Tag::tfoot, Tag::colgroup, Tag::caption, Tag::option, Tag::optgroup, Tag::a,
                                     Tag::button, Tag::form, Tag::select);
}

bool closes_paragraph(Tag tag) {
    return is_heading(tag) || any_of(tag, Tag::address, Tag::article, Tag::aside, Tag::blockquote, Tag::center, Tag::details, Tag::dialog,
                                     Tag::div, Tag::dl, Tag::dd, Tag::dt, Tag::fieldset, Tag::figcaption, Tag::figure, Tag::footer,
                                     Tag::form, Tag::header, Tag::hgroup, Tag::hr, Tag::li, Tag::main, Tag::menu, Tag::nav, Tag::ol, Tag::p,
                                     Tag::pre, Tag::search, Tag::section, Tag::summary, Tag::table, Tag::ul);
}

bool ends_drawing(Tag tag) {
    return is_heading(tag) ||
           any_of(tag, Tag::b, Tag::blockquote, Tag::body, Tag::br, Tag::center, Tag::code, Tag::dd, Tag::div, Tag::dl, Tag::dt, Tag::em,
                  Tag::embed, Tag::head, Tag::hr, Tag::i, Tag::img, Tag::li, Tag::menu, Tag::meta, Tag::ol, Tag::p, Tag::pre, Tag::s,
                  Tag::small, Tag::span, Tag::strong, Tag::sub, Tag::sup, Tag::table, Tag::u, Tag::ul);
}

}  // namespace synoptic
