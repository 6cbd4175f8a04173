package awslive

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/lintel-iac/lintel/parser/snapshot"
)

// The calls of Cloud Control.
var (
	listResources = cloudCall("ListResources", "ResourceDescriptions", "NextToken")
	getResource   = cloudCall("GetResource", "", "")
)

func cloudCall(action, rows, page string) *operation {
	s := &service{
		name: "cloudcontrol", protocol: "json1.0", version: "CloudApiService",
		endpoint: "cloudcontrolapi", signing: "cloudcontrolapi", iam: "cloudformation",
	}
	return &operation{name: "cloudcontrol:" + action, service: s, action: action, rows: rows, pageIn: page, pageOut: page}
}

// cloud lists and reads by Cloud Control.
func (f *finding) cloud(ctx context.Context, reader *Reader) {
	for _, model := range f.models(ctx, reader) {
		var rows []any
		fault := f.pages(ctx, f.account, f.home(), asking(listResources, reader.Type, "ResourceModel", model), nil, func(answer any) {
			rows = append(rows, rowsAt(answer, listResources.rows)...)
		})
		if fault != nil {
			f.miss(reader, cloudGap(reader, fault, listResources))
		}
		parallel(rows, func(row any) { f.described(ctx, reader, textAt(row, "Identifier")) })
	}
}

// asking is a call about a type, with one more member unless that is empty.
func asking(o *operation, typ, name, value string) *operation {
	request := map[string]string{"TypeName": typ}
	if value != "" {
		request[name] = value
	}
	text, _ := json.Marshal(request)
	call := *o
	call.request, call.literal = string(text), true
	return &call
}

// models are what a list is given to list by: one that is empty, where it takes nothing.
func (f *finding) models(ctx context.Context, reader *Reader) []string {
	if reader.cloud.parent == "" {
		return strings.Split(reader.cloud.model, "|")
	}
	var models []string
	fault := f.pages(ctx, f.account, f.home(), asking(listResources, reader.cloud.parent, "", ""), nil, func(answer any) {
		for _, row := range rowsAt(answer, listResources.rows) {
			model, _ := json.Marshal(map[string]string{reader.cloud.model: textAt(row, "Identifier")})
			models = append(models, string(model))
		}
	})
	if fault != nil {
		f.miss(reader, cloudGap(reader, fault, listResources))
	}
	return models
}

// described reads one resource by its identifier.
func (f *finding) described(ctx context.Context, reader *Reader, id string) {
	answer, fault := f.ask(ctx, f.account, f.home(), asking(getResource, reader.Type, "Identifier", id), nil, "")
	if fault != nil {
		if !fault.says("ResourceNotFound") { // it was deleted meanwhile
			f.miss(reader, cloudGap(reader, fault, getResource))
		}
		return
	}
	d := reader.document()
	if err := json.Unmarshal([]byte(textAt(answer, "ResourceDescription.Properties")), &d.members); err != nil || d.members == nil {
		f.miss(reader, snapshot.Gap{State: snapshot.Failed, Action: getResource.permission(), Detail: "the answer is broken"})
		return
	}
	arn, _ := d.members["Arn"].(string)
	if arn == "" {
		arn = fillIn(reader.arn, f.account.fields(d.members, f.home()), same)
	}
	f.add(d.resource(id, arn, getResource.name, nil))
}

// cloudGap names the permission that was missing: that of Cloud Control, or those of the service behind it.
func cloudGap(reader *Reader, fault *fault, o *operation) snapshot.Gap {
	permission := o.permission()
	if fault.denied() && !fault.says("AccessDenied") {
		permission = strings.Join(reader.cloud.needs, ", ")
	}
	return fault.gap(permission)
}
