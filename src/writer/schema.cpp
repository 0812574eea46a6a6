#include "writer/schema.hpp"

namespace mlops_assess {

std::string_view report_schema() {
    return R"json({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "mlops-assess report",
  "description": "What `mlops-assess score -f json` prints. New keys may be added within /1.",
  "type": "object",
  "required": ["schema", "tool", "team", "date", "answers", "context", "tags", "assessments", "must_have", "notices"],
  "properties": {
    "schema": {"const": "mlops-assess/report/1"},
    "tool": {
      "type": "object",
      "required": ["name", "version"],
      "properties": {"name": {"const": "mlops-assess"}, "version": {"type": "string"}}
    },
    "team": {"type": "string"},
    "date": {"description": "of the assessment", "type": ["string", "null"]},
    "answers": {"description": "the answer sheet's file, as typed", "type": "string"},
    "context": {
      "description": "stated facts about the team",
      "type": "object",
      "additionalProperties": {"type": ["string", "integer", "boolean"]}
    },
    "tags": {"type": "object", "additionalProperties": {"type": "string"}},
    "assessments": {"type": "array", "items": {"$ref": "#/definitions/assessment"}},
    "must_have": {
      "description": "practices that the context calls for, whatever the target",
      "type": "array",
      "items": {
        "type": "object",
        "required": ["practice", "because", "met"],
        "properties": {
          "practice": {"type": "string"},
          "because": {"type": "string"},
          "met": {"description": "null: not applicable", "type": ["boolean", "null"]}
        }
      }
    },
    "notices": {
      "type": "array",
      "items": {
        "type": "object",
        "required": ["id", "message", "location"],
        "properties": {
          "id": {"type": "string"},
          "message": {"type": "string"},
          "location": {"$ref": "#/definitions/location"}
        }
      }
    },
    "gates": {
      "description": "what the command line demanded, and whether it holds",
      "type": "array",
      "items": {
        "type": "object",
        "required": ["name", "passed", "required", "found", "because"],
        "properties": {
          "name": {"type": "string"},
          "passed": {"type": "boolean"},
          "required": {"type": "string"},
          "found": {"type": "string"},
          "because": {"type": "array", "items": {"type": "string"}}
        }
      }
    }
  },
  "definitions": {
    "location": {
      "description": "in the answer sheet; null for a practice that is not in it",
      "type": ["object", "null"],
      "required": ["line", "column"],
      "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"description": "in code points", "type": "integer", "minimum": 1}
      }
    },
    "level": {"type": "integer", "minimum": 0, "maximum": 15},
    "points": {"type": "integer", "minimum": 0, "maximum": 3},
    "count": {"type": "integer", "minimum": 0},
    "ids": {"type": "array", "items": {"type": "string"}},
    "rating": {"enum": ["no", "partially", "mostly", "fully", "not-applicable", "unanswered"]},
    "bar": {"enum": ["partially", "mostly", "fully"]},
    "basis": {"enum": ["published", "interpreted", "added", null]},
    "range": {
      "description": "as scored, and with every unanswered practice taken as fully",
      "type": ["object", "null"],
      "required": ["low", "high"],
      "properties": {
        "low": {"$ref": "#/definitions/level"},
        "high": {"$ref": "#/definitions/level"}
      }
    },
    "progress": {
      "description": "to the next level; null at the top",
      "type": ["object", "null"],
      "required": ["points", "of", "percent"],
      "properties": {
        "points": {"$ref": "#/definitions/count"},
        "of": {"$ref": "#/definitions/count"},
        "percent": {"type": "integer", "minimum": 0, "maximum": 99}
      }
    },
    "assessment": {
      "type": "object",
      "required": ["rubric", "catalogue", "bar", "level", "level_name", "possible", "deciding", "evidenced_level", "target", "index", "progress", "completeness", "recommended", "held_back_by", "ahead", "fragile", "parameters", "roadmap"],
      "properties": {
        "rubric": {
          "type": "object",
          "required": ["id", "title", "version", "top_level"],
          "properties": {
            "id": {"type": "string"},
            "title": {"type": "string"},
            "version": {"type": "string"},
            "top_level": {"$ref": "#/definitions/level"}
          }
        },
        "catalogue": {
          "type": "object",
          "required": ["id", "version"],
          "properties": {"id": {"type": "string"}, "version": {"type": "string"}}
        },
        "bar": {"$ref": "#/definitions/bar"},
        "level": {"$ref": "#/definitions/level"},
        "level_name": {"type": "string"},
        "possible": {"$ref": "#/definitions/range"},
        "deciding": {"$ref": "#/definitions/ids"},
        "evidenced_level": {"$ref": "#/definitions/level"},
        "target": {"$ref": "#/definitions/level"},
        "index": {"description": "an index, never a level", "type": "string", "pattern": "^[0-9]+\\.[0-9]{2}$"},
        "progress": {"$ref": "#/definitions/progress"},
        "completeness": {
          "type": "object",
          "required": ["answered", "applicable"],
          "properties": {
            "answered": {"$ref": "#/definitions/count"},
            "applicable": {"$ref": "#/definitions/count"}
          }
        },
        "recommended": {
          "type": "object",
          "required": ["met", "applicable"],
          "properties": {
            "met": {"$ref": "#/definitions/count"},
            "applicable": {"$ref": "#/definitions/count"}
          }
        },
        "held_back_by": {"$ref": "#/definitions/ids"},
        "ahead": {"$ref": "#/definitions/ids"},
        "fragile": {"$ref": "#/definitions/ids"},
        "parameters": {"type": "array", "items": {"$ref": "#/definitions/parameter"}},
        "roadmap": {"type": "array", "items": {"$ref": "#/definitions/milestone"}}
      }
    },
    "parameter": {
      "type": "object",
      "required": ["id", "title", "assessed", "level", "possible", "deciding", "evidenced_level", "progress", "cells"],
      "properties": {
        "id": {"type": "string"},
        "title": {"type": "string"},
        "assessed": {"type": "boolean"},
        "level": {"anyOf": [{"$ref": "#/definitions/level"}, {"type": "null"}]},
        "possible": {"$ref": "#/definitions/range"},
        "deciding": {"$ref": "#/definitions/ids"},
        "evidenced_level": {"anyOf": [{"$ref": "#/definitions/level"}, {"type": "null"}]},
        "progress": {"$ref": "#/definitions/progress"},
        "cells": {"type": "array", "items": {"$ref": "#/definitions/cell"}}
      }
    },
    "cell": {
      "type": "object",
      "required": ["level", "describes", "points", "of", "requirements"],
      "properties": {
        "level": {"$ref": "#/definitions/level"},
        "describes": {"type": "string"},
        "points": {"$ref": "#/definitions/count"},
        "of": {"$ref": "#/definitions/count"},
        "requirements": {"type": "array", "items": {"$ref": "#/definitions/requirement"}}
      }
    },
    "requirement": {
      "type": "object",
      "required": ["practice", "at_least", "basis", "answer", "points", "effective_points", "implied_by", "met", "location"],
      "properties": {
        "practice": {"type": "string"},
        "at_least": {"$ref": "#/definitions/bar"},
        "basis": {"$ref": "#/definitions/basis"},
        "answer": {"$ref": "#/definitions/rating"},
        "points": {"anyOf": [{"$ref": "#/definitions/points"}, {"type": "null"}]},
        "effective_points": {"anyOf": [{"$ref": "#/definitions/points"}, {"type": "null"}]},
        "implied_by": {"type": ["string", "null"]},
        "met": {"description": "null: not applicable", "type": ["boolean", "null"]},
        "location": {"$ref": "#/definitions/location"}
      }
    },
    "milestone": {
      "type": "object",
      "required": ["level", "name", "leads_to", "effort", "gaps", "open"],
      "properties": {
        "level": {"$ref": "#/definitions/level"},
        "name": {"type": "string"},
        "leads_to": {
          "type": "object",
          "required": ["level", "parameters"],
          "properties": {
            "level": {"$ref": "#/definitions/level"},
            "parameters": {"type": "object", "additionalProperties": {"$ref": "#/definitions/level"}}
          }
        },
        "effort": {
          "description": "gaps and opens: S days, M weeks, L months",
          "type": "object",
          "required": ["S", "M", "L"],
          "properties": {
            "S": {"$ref": "#/definitions/count"},
            "M": {"$ref": "#/definitions/count"},
            "L": {"$ref": "#/definitions/count"}
          }
        },
        "gaps": {"type": "array", "items": {"$ref": "#/definitions/item"}},
        "open": {"type": "array", "items": {"$ref": "#/definitions/item"}}
      }
    },
    "item": {
      "type": "object",
      "required": ["practice", "parameter", "statement", "answer", "points", "needed", "effort", "deliverable", "success", "why", "owner", "note", "evidence", "basis", "also", "location"],
      "properties": {
        "practice": {"type": "string"},
        "parameter": {"type": "string"},
        "statement": {"type": "string"},
        "answer": {"$ref": "#/definitions/rating"},
        "points": {"description": "effective", "allOf": [{"$ref": "#/definitions/points"}]},
        "needed": {"$ref": "#/definitions/points"},
        "effort": {"enum": ["S", "M", "L"]},
        "deliverable": {"type": "string"},
        "success": {"type": "string"},
        "why": {"type": "string"},
        "owner": {"type": ["string", "null"]},
        "note": {"type": ["string", "null"]},
        "evidence": {"type": "array", "items": {"type": "string"}},
        "basis": {"$ref": "#/definitions/basis"},
        "also": {
          "description": "where other loaded rubrics miss it, up to their targets",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["rubric", "level"],
            "properties": {"rubric": {"type": "string"}, "level": {"$ref": "#/definitions/level"}}
          }
        },
        "location": {"$ref": "#/definitions/location"}
      }
    }
  }
}
)json";
}

}  // namespace mlops_assess
