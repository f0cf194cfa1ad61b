#include "gate/reply.h"

#include "base/json.h"

namespace gate {

Reply json_reply(int status, std::string body) {
  Reply reply;
  reply.status = status;
  reply.content_type = "application/json";
  reply.body = std::move(body);
  return reply;
}

Reply to_reply(const Error& error, std::string_view incident) {
  std::string body = "{\"error\":";
  json::write_text(body, error.code);
  body += ",\"fields\":[";
  for (const FieldError& field : error.fields) {
    if (&field != &error.fields.front()) body += ',';
    body += "{\"path\":";
    json::write_text(body, field.path);
    body += ",\"code\":";
    json::write_text(body, field.code);
    body += '}';
  }
  body += ']';
  if (!incident.empty()) {
    body += ",\"incident\":";
    json::write_text(body, incident);
  }
  body += '}';
  Reply reply = json_reply(int(error.fault), std::move(body));
  if (error.retry_after_s > 0) reply.headers.emplace_back("Retry-After", std::to_string(error.retry_after_s));
  return reply;
}

Reply written(File file) {
  Reply reply;
  reply.file = std::move(file);
  return reply;
}

Reply no_content() {
  Reply reply;
  reply.status = 204;
  return reply;
}

Reply redirect(std::string where) {
  Reply reply;
  reply.status = 303;
  reply.headers.emplace_back("Location", std::move(where));
  return reply;
}

Reply html(int status, std::string page) {
  Reply reply;
  reply.status = status;
  reply.content_type = "text/html; charset=utf-8";
  reply.body = std::move(page);
  return reply;
}

}  // namespace gate
