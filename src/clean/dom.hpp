// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace synoptic {

/// The elements that cleaning tells apart; all others are `other`.
enum class Tag : std::uint8_t {
    text,
    other,
    a,
    address,
    article,
    aside,
    b,
    blockquote,
    body,
    br,
    button,
    canvas,
    caption,
    cite,
    center,
    code,
    dd,
    del,
    details,
    div,
    dl,
    dt,
    em,
    embed,
    fieldset,
    figcaption,
    figure,
    font,
    footer,
    form,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    head,
    header,
    hr,
    html,
    i,
    iframe,
    img,
    input,
    ins,
    label,
    li,
    link,
    main,
    map,
    menu,
    meta,
    nav,
    noscript,
    object,
    ol,
    optgroup,
    option,
    p,
    pre,
    q,
    s,
    script,
    section,
    select,
    small,
    source,
    span,
    strong,
    style,
    sub,
    summary,
    sup,
    svg,
    math,
    table,
    tbody,
    td,
    template_,
    textarea,
    tfoot,
    th,
    thead,
    time,
    title,
    tr,
    u,
    ul,
    audio,
    video,
    dialog,
    hgroup,
    search,
    wbr,
    area,
    base,
    col,
    colgroup,
    param,
    track,
    foreignobject,
    desc,
};

/// The attributes that are kept.
enum class Attr : std::uint8_t {
    class_,
    id,
    role,
    itemprop,
    itemtype,
    itemscope,
    href,
    rel,
    name,
    property,
    content,
    datetime,
    type,
    style,
    hidden,
    aria_hidden,
    aria_label,
    lang,
    http_equiv,
    charset,
    title,
    alt,
    value,
    pubdate,
};

/// A page as a tree laid flat: the nodes in document order, each with the end of its subtree.
///
///     <body> <p> "The sea" </p> <ul> <li> "Home" ...
///       0     1      2           3    4      5            node 1: parent 0, end 3; node 3: parent 0, end 6
///
/// So a subtree is the range [i, end), and what a subtree holds can be had from running sums.
class Dom {
public:
    struct Node {
        Tag tag = Tag::other;
        bool in_link = false;      ///< stands inside <a href>
        std::uint32_t parent = 0;  ///< the first node is its own parent
        std::uint32_t end = 0;
        std::uint32_t page_begin = 0;  ///< bytes of the source
        std::uint32_t page_end = 0;
        Span text;  ///< of a text node, in the pool; of scripts and styles only JSON-LD has any
        std::uint32_t first_attribute = 0;
        std::uint32_t attribute_count = 0;
        std::uint32_t class_names = 0;  ///< the number of its class attribute's value, for names(); 0 for none
        std::uint32_t id_names = 0;     ///< the same of its id
    };

    /// Reads HTML (valid UTF-8) as a browser would, nearly: what HTML 5 does with mis-nested formatting and with text between table cells
    /// is simplified. Time and memory are linear in `html`: elements more than 400 deep are laid beside each other, and where tags nest
    /// more than `deepest_nesting` deep, the rest of the page is passed over.
    static Dom parse(std::string_view html);

    static constexpr std::size_t deepest_nesting = 10'000;
    [[nodiscard]] bool nests_too_deep() const { return nests_too_deep_; }

    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
    [[nodiscard]] const Node& operator[](std::uint32_t at) const { return nodes_[at]; }
    /// The text of a text node: entities decoded, white space as it stands.
    [[nodiscard]] std::string_view text(std::uint32_t at) const { return nodes_[at].text.in(pool_); }
    /// The value of an attribute, or "".
    [[nodiscard]] std::string_view attribute(std::uint32_t at, Attr name) const;
    [[nodiscard]] bool has_attribute(std::uint32_t at, Attr name) const;
    /// The different values of class and id attributes, each once, so that what they say need be asked but once. The first is "".
    [[nodiscard]] std::uint32_t names_size() const { return static_cast<std::uint32_t>(names_.size()); }
    [[nodiscard]] std::string_view names(std::uint32_t number) const { return names_[number].in(pool_); }
    /// All text below a node, white space folded.
    [[nodiscard]] std::string text_below(std::uint32_t at) const;

private:
    friend class DomBuilder;
    struct Attribute {
        Attr name;
        Span value;
    };
    std::vector<Node> nodes_;
    std::vector<Attribute> attributes_;
    std::vector<Span> names_ = {{}};
    std::string pool_;
    bool nests_too_deep_ = false;
};

/// Whether the element starts a line of its own.
constexpr bool is_block(Tag tag) {
    switch (tag) {
    case Tag::text:
    case Tag::a:
    case Tag::b:
    case Tag::cite:
    case Tag::code:
    case Tag::del:
    case Tag::em:
    case Tag::font:
    case Tag::i:
    case Tag::img:
    case Tag::ins:
    case Tag::label:
    case Tag::link:
    case Tag::meta:
    case Tag::other:
    case Tag::q:
    case Tag::s:
    case Tag::small:
    case Tag::source:
    case Tag::span:
    case Tag::strong:
    case Tag::sub:
    case Tag::sup:
    case Tag::time:
    case Tag::u:
    case Tag::br:
    case Tag::wbr:
    case Tag::script:
    case Tag::style:
    case Tag::map:
    case Tag::area:
    case Tag::svg:
    case Tag::noscript:
    case Tag::template_:
    case Tag::input:
    case Tag::param:
    case Tag::track:
        return false;
    default:
        return true;
    }
}

}  // namespace synoptic
