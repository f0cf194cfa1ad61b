#include "gate/openapi.h"

#include <boost/json/serialize.hpp>

namespace gate {

namespace {

using boost::json::array;
using boost::json::object;
using boost::json::string;

/// "liaison::wire::NoteLine" → "liaison.NoteLine"; "Profile" stays.
std::string component_name(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name.substr(i).starts_with("wire::")) {
      i += 5;
    } else if (name[i] == ':') {
      out += '.';
      ++i;
    } else {
      out += name[i];
    }
  }
  return out;
}

class Document {
 public:
  object components;  // by name, in order of first use; sorted when printed

  object schema(const Shape& shape, std::string_view tag = {}) {
    switch (shape.kind) {
      case Shape::Kind::boolean:
        return {{"type", "boolean"}};
      case Shape::Kind::integer:
        return {{"type", "integer"}};
      case Shape::Kind::number:
        return {{"type", "number"}};
      case Shape::Kind::text:
        return {{"type", "string"}};
      case Shape::Kind::id:
        return {{"type", "string"}, {"format", "uuid"}};
      case Shape::Kind::date:
        return {{"type", "string"}, {"format", "date"}};
      case Shape::Kind::bytes:
      case Shape::Kind::file:
        return {{"type", "string"}, {"format", "binary"}};
      case Shape::Kind::optional:
        return schema(shape.item());
      case Shape::Kind::list:
        return {{"type", "array"}, {"items", schema(shape.item())}};
      case Shape::Kind::choice:
        return component(shape, [&] {
          array values;
          for (const auto value : shape.values) values.push_back(string(value));
          return object{{"type", "string"}, {"enum", values}};
        });
      case Shape::Kind::structure:
        return component(shape, [&] { return structure(shape.members, {}, tag); });
      case Shape::Kind::sum:
        return component(shape, [&] {
          array alternatives;
          object mapping;
          for (const auto& member : shape.members) {
            object one = schema(member.shape(), member.name);
            mapping[member.name] = one["$ref"];
            alternatives.push_back(std::move(one));
          }
          return object{{"oneOf", alternatives}, {"discriminator", object{{"propertyName", "type"}, {"mapping", mapping}}}};
        });
    }
    return {};
  }

  /// An object of these members, but those in `pattern`.
  object structure(const std::vector<Shape::Member>& members, std::string_view pattern, std::string_view tag = {}) {
    object properties;
    array required;
    if (!tag.empty()) {
      properties["type"] = object{{"type", "string"}, {"const", tag}};
      required.push_back("type");
    }
    for (const auto& member : members) {
      if (place_in(pattern, member.name) >= 0) continue;
      properties[member.name] = schema(member.shape());
      if (member.shape().kind != Shape::Kind::optional) required.push_back(string(member.name));
    }
    object out{{"type", "object"}, {"additionalProperties", false}, {"properties", properties}};
    if (!required.empty()) out["required"] = required;
    return out;
  }

 private:
  template <class Make>
  object component(const Shape& shape, Make make) {
    const std::string name = component_name(shape.name);
    if (!components.contains(name)) {
      components[name] = nullptr;  // a type that holds itself finds its own name
      object made = make();
      components[name] = std::move(made);
    }
    return {{"$ref", "#/components/schemas/" + name}};
  }
};

bool is_bytes(const Shape::Member& member) { return member.shape().kind == Shape::Kind::bytes; }

array parameters(Document& document, const Route& route, bool in_context, bool has_json) {
  array out;
  if (in_context) {
    out.push_back(object{{"name", "context"}, {"in", "path"}, {"required", true}, {"schema", object{{"type", "string"}}}});
  }
  for (const auto& member : route.in().members) {
    const bool in_path = place_in(route.pattern, member.name) >= 0;
    if ((!in_path && has_json) || is_bytes(member)) continue;
    const Shape& shape = member.shape();
    const bool needed = in_path || (shape.kind != Shape::Kind::optional && shape.kind != Shape::Kind::list);
    out.push_back(
        object{{"name", member.name}, {"in", in_path ? "path" : "query"}, {"required", needed}, {"schema", document.schema(shape)}});
  }
  return out;
}

object file_content(Document& document, const Route& route, const char* what) {
  return {{"description", what}, {"content", object{{"*/*", object{{"schema", document.schema(route.out())}}}}}};
}

object operation(Document& document, const Gate::Listed& listed, const object& home) {
  const Route& route = *listed.route;
  const bool has_bytes = route.most_bytes > 0;
  const bool has_json = !has_bytes && (route.method == Method::POST || route.method == Method::PUT);
  object out{{"x-right", route.right->name()}};
  if (route.asks_password) out["x-asks-password"] = true;
  if (array list = parameters(document, route, listed.in_context, has_json); !list.empty()) out["parameters"] = list;
  if (has_bytes) {
    const object schema{{"type", "string"}, {"format", "binary"}, {"maxLength", route.most_bytes}};
    out["requestBody"] = object{{"required", true}, {"content", object{{"application/octet-stream", object{{"schema", schema}}}}}};
  }
  if (has_json) {
    object body = document.structure(route.in().members, route.pattern);
    if (!body["properties"].as_object().empty()) {
      out["requestBody"] = object{{"required", true}, {"content", object{{"application/json", object{{"schema", body}}}}}};
    }
  }
  object responses;
  const bool is_home = route.pattern == "/home";
  if (route.pattern == "/live") {
    responses["101"] =
        object{{"description", "a socket on which hints come, each a JSON object: {\"hint\": word, \"id\": uuid or absent}"}};
  } else if (route.out && route.out().kind == Shape::Kind::file) {
    responses["200"] = file_content(document, route, "the file");
    responses["206"] = file_content(document, route, "the range that was asked for");
    responses["304"] = object{{"description", "the one you have"}};
    responses["416"] = object{{"description", "no such range"}};
  } else if (is_home || route.out) {
    const object schema = is_home ? home : document.schema(route.out());
    responses["200"] = object{{"description", "ok"}, {"content", object{{"application/json", object{{"schema", schema}}}}}};
  } else {
    responses["204"] = object{{"description", "done"}};
  }
  responses["default"] =
      object{{"description", "refused"},
             {"content", object{{"application/json", object{{"schema", object{{"$ref", "#/components/schemas/Error"}}}}}}}};
  out["responses"] = responses;
  return out;
}

object home_schema(Document& document, const std::vector<Card>& cards) {
  object properties;
  for (const Card& card : cards) properties[card.name] = document.schema(card.out());
  document.components["Home"] =
      object{{"type", "object"},
             {"additionalProperties", false},
             {"properties", object{{"today", object{{"type", "string"}, {"format", "date"}}},
                                   {"now", object{{"type", "integer"}}},
                                   {"cards", object{{"type", "object"}, {"additionalProperties", false}, {"properties", properties}}}}},
             {"required", array{"today", "now", "cards"}}};
  return {{"$ref", "#/components/schemas/Home"}};
}

object error_schema() {
  const object text{{"type", "string"}};
  const object field{{"type", "object"}, {"properties", object{{"path", text}, {"code", text}}}, {"required", array{"path", "code"}}};
  return {{"type", "object"},
          {"properties", object{{"error", text}, {"fields", object{{"type", "array"}, {"items", field}}}, {"incident", text}}},
          {"required", array{"error", "fields"}}};
}

object sorted(const object& in) {
  std::map<std::string, boost::json::value> by_name;
  for (const auto& member : in) by_name.emplace(std::string(member.key()), member.value());
  object out;
  for (auto& [name, value] : by_name) out[name] = std::move(value);
  return out;
}

/// Two spaces a level: the file is committed, and read in reviews.
void print(std::string& out, const boost::json::value& value, int depth) {
  const std::string line(std::size_t(depth) * 2, ' ');
  if (const auto* o = value.if_object(); o && !o->empty()) {
    out += "{\n";
    for (auto member = o->begin(); member != o->end(); ++member) {
      out += line + "  " + boost::json::serialize(boost::json::string(member->key())) + ": ";
      print(out, member->value(), depth + 1);
      out += std::next(member) == o->end() ? "\n" : ",\n";
    }
    out += line + "}";
  } else {
    out += boost::json::serialize(value);
  }
}

}  // namespace

std::string openapi(const Gate& gate) {
  static constexpr const char* methods[] = {"get", "head", "post", "put", "delete"};
  Document document;
  const object home = home_schema(document, gate.cards());
  document.components["Error"] = error_schema();
  object paths;
  for (const Gate::Listed& listed : gate.listed()) {
    const std::string path = (listed.in_context ? "/api/c/{context}" : "/api") + std::string(listed.route->pattern);
    if (!paths.contains(path)) paths[path] = object{};
    paths[path].as_object()[methods[int(listed.route->method)]] = operation(document, listed, home);
  }
  const object all{{"openapi", "3.1.0"},
                   {"info", object{{"title", "Préau"}, {"version", "0.1.0"}}},
                   {"paths", sorted(paths)},
                   {"components", object{{"schemas", sorted(document.components)}}}};
  std::string out;
  print(out, all, 0);
  return out + "\n";
}

}  // namespace gate
