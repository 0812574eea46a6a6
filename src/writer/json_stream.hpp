#pragma once

#include "system/replacement.hpp"
#include "writer/json_parts.hpp"

namespace mlops_assess {

/// A JSON document emitted value by value, indented by two as every command prints it.
class JsonStream {
  public:
    /// Begins the document, an object.
    explicit JsonStream(const Emit& emit) : emit_(emit) { open("{"); }

    void value(std::string_view key, const Json& value);
    void object(std::string_view key) { begin(key, "{"); }
    void array(std::string_view key) { begin(key, "["); }
    /// Into an array.
    void item(const Json& value);
    void object_item();
    /// Ends what was begun last; at last the document.
    void end();

  private:
    void open(std::string_view bracket);
    void begin(std::string_view key, std::string_view bracket);
    void next();
    std::string indented(const Json& value) const;

    const Emit& emit_;
    std::string closing_;      ///< the brackets that are to come, the last first
    bool is_first_ = true;  ///< in the innermost object or array
};

}  // namespace mlops_assess
