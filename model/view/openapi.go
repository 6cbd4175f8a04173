package view

import (
	"iter"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Operation is a method of a path in the OpenAPI definition that an API is made of.
type Operation struct {
	Name string // "GET /orders", or "$default"
	model.Value
	// Open says whether it asks nobody who calls.
	Open model.Truth
}

// anyMethod stands for the methods of a path that have no operation of their own.
//
// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-any-method.html
const anyMethod = "x-amazon-apigateway-any-method"

var methods = [...]string{"delete", "get", "head", "options", "patch", "post", "put", anyMethod}

// Definition is what an API is made of, absent where it is not made of an OpenAPI
// definition. Of a live one that was read, methods and authorizers are resources.
func Definition(api *model.Resource) model.Value {
	body := api.At("body")
	if api.Scope.Format == model.Live && api.At("name").State == model.Known {
		return model.Missing(body.Origin)
	}
	definition := StructureOrYAML(body)
	definition.Origin = body.Origin
	return definition
}

// Operations are those of an API's definition, as far as it can be read.
func Operations(api *model.Resource) []Operation {
	definition := Definition(api)
	var found []Operation
	for path, item := range members(definition.At("paths")) {
		for name, operation := range members(item) {
			if !slices.Contains(methods[:], strings.ToLower(name)) {
				continue
			}
			found = append(found, Operation{called(name, path), operation, open(operation, definition.At("security"))})
		}
	}
	return found
}

// called is an operation as the console calls it: the route that takes what no other one
// does is $default.
func called(method, path string) string {
	switch {
	case !strings.HasPrefix(path, "/") || path == "/$default":
		return strings.TrimPrefix(path, "/")
	case method == anyMethod:
		return "ANY " + path
	}
	return strings.ToUpper(method) + " " + path
}

func members(v model.Value) iter.Seq2[string, model.Value] {
	all, _ := v.Data.(model.Members)
	return all.All()
}

// open asks whether an operation lets everyone call it: it has no security of its own, or
// one that can be done without. What security for all operations does, API Gateway's
// documentation does not say.
//
// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-auth.html
func open(operation, ofAll model.Value) model.Truth {
	if operation.State != model.Known {
		return model.Maybe
	}
	signed := operation.At("x-amazon-apigateway-auth.type").IsFold("AWS_IAM")
	security := operation.At("security")
	asked := model.Not(security.IsEmpty())
	if security.State == model.Absent {
		asked = min(ofAll.IsSet(), model.Maybe)
	}
	for requirement := range security.Elements() {
		asked = min(asked, model.Not(requirement.IsEmpty()))
	}
	return model.Not(max(signed, asked))
}

// HasAuthorizer asks whether an API's definition has an authorizer.
//
// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
func HasAuthorizer(api *model.Resource) model.Truth {
	definition := Definition(api)
	if definition.State == model.Unknown {
		return model.Maybe
	}
	found := model.No
	for _, path := range [...]string{"securityDefinitions", "components.securitySchemes"} {
		schemes := definition.At(path)
		if schemes.State == model.Unknown {
			found = max(found, model.Maybe)
		}
		for _, scheme := range members(schemes) {
			found = max(found, scheme.At("x-amazon-apigateway-authorizer").IsSet())
		}
	}
	return found
}
