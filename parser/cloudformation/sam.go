package cloudformation

import (
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// sam expands the resources of the Serverless Application Model to those that
// the service's transform makes of them. Each has the place of the property that
// made it, and where a property goes by another name there, that of its author.
//
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
type sam struct {
	*stack
	globals *node
	out     []member
	// routes are what events add to an API, by its logical id; apis are to be
	// made when all events are known.
	routes map[string][]route
	apis   []serverlessResource
	// notified are the functions that a bucket of the template calls, by its id.
	notified map[string][]*node
}

const serverlessPrefix = "AWS::Serverless::"

// serverless is a list of resources with what SAM makes of those that are its own.
func (s *stack) serverless(all []member) []member {
	e := &sam{stack: s, globals: s.template.root.get("Globals"), routes: map[string][]route{}, notified: map[string][]*node{}}
	for _, m := range all {
		if strings.HasPrefix(m.value.get("Type").word(), serverlessPrefix) {
			e.expand(m)
		} else {
			e.out = append(e.out, m)
		}
	}
	e.implicitAPIs()
	for _, api := range e.apis {
		e.api(api)
	}
	for i, m := range e.out {
		if calls := e.notified[m.key]; len(calls) > 0 && m.value.get("Type").word() == "AWS::S3::Bucket" {
			e.out[i].value = notifying(m.value, calls)
		}
	}
	return e.out
}

// serverlessResource is one of SAM's, with Globals merged in.
type serverlessResource struct {
	member
	typ   string // without its prefix
	props *node
	plain []member // properties of the type that it becomes
}

func (r serverlessResource) id() string { return r.key }

func (e *sam) expand(m member) {
	typ := strings.TrimPrefix(m.value.get("Type").word(), serverlessPrefix)
	r := serverlessResource{member: m, typ: typ, props: e.merged(typ, m.value)}
	e.meant(&r)
	switch typ {
	case "Function":
		e.function(r)
	case "Api", "HttpApi":
		e.apis = append(e.apis, r)
	case "SimpleTable":
		e.table(r)
	case "StateMachine":
		e.stateMachine(r)
	case "LayerVersion":
		e.layer(r)
	case "Application":
		e.application(r)
	default:
		e.diags.Warnf(m.at, "%s%s is not expanded: what SAM makes of it is not seen", serverlessPrefix, typ)
		e.out = append(e.out, m)
	}
}

// merged are a resource's properties with those of Globals: objects and lists are
// joined, anything else is the resource's own.
//
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
func (e *sam) merged(typ string, resource *node) *node {
	own := resource.get("Properties")
	if own == nil || own.kind != object {
		own = objectNode(resource.at)
	}
	return mergeGlobals(e.globals.get(typ), own)
}

func mergeGlobals(global, own *node) *node {
	switch {
	case global == nil:
		return own
	case own == nil:
		return global
	case global.kind == list && own.kind == list:
		return listNode(own.at, append(append([]*node(nil), global.items...), own.items...)...)
	case global.kind != object || own.kind != object || isCall(global) || isCall(own):
		return own
	}
	both := *own
	both.members = nil
	for _, m := range global.members {
		if own.get(m.key) == nil {
			both.members = append(both.members, m)
		}
	}
	for _, m := range own.members {
		if shared := global.get(m.key); shared != nil {
			m.value = mergeGlobals(shared, m.value)
		}
		both.members = append(both.members, m)
	}
	return &both
}

func isCall(n *node) bool {
	name, _ := n.function()
	return name != ""
}

// pass copies properties: each word is a name, or "Old>New" for one that goes by
// another name or lies deeper in what is made.
func pass(to, from *node, words string) *node {
	for word := range strings.FieldsSeq(words) {
		old, name, renamed := strings.Cut(word, ">")
		if !renamed {
			name = old
		}
		for _, m := range from.members {
			if m.key != old {
				continue
			}
			if renamed {
				m.value = m.value.called(old)
			}
			outer, inner, deep := strings.Cut(name, ".")
			if deep {
				m.value = objectNode(m.value.at, member{key: inner, value: m.value, at: m.at}).called(old)
			}
			to.members = append(to.members, member{key: outer, value: m.value, at: m.at})
		}
	}
	return to
}

// make adds a resource that stands for another one, at the place of its cause.
func (e *sam) make(id, typ string, at model.Range, of serverlessResource, props *node) {
	for _, m := range of.plain {
		if id == of.id() && props.get(m.key) == nil {
			props.members = append(props.members, m)
		}
	}
	body := objectNode(at).with("Type", textNode(typ, at)).with("Properties", props)
	for _, m := range of.value.members {
		switch m.key {
		case "Condition":
			body.members = append(body.members, m)
		case "DependsOn", "Metadata", "DeletionPolicy", "UpdateReplacePolicy":
			if id == of.id() {
				body.members = append(body.members, m)
			}
		}
	}
	e.out = append(e.out, member{key: id, value: body, at: at, doubtful: of.doubtful, of: of.id()})
}

// place is that of a whole resource.
func (r serverlessResource) place() model.Range { return span(r.member.at, r.value.at) }

// tags are written as a map, and made a list.
func tags(n *node) *node {
	if n == nil || n.kind != object || isCall(n) {
		return n
	}
	items := make([]*node, len(n.members))
	for i, m := range n.members {
		items[i] = objectNode(span(m.at, m.value.at)).with("Key", textNode(m.key, m.at)).with("Value", m.value)
	}
	return listNode(n.at, items...)
}

// code is where an artifact lies: s3://bucket/key, an object that says so, or a
// path that is uploaded when the template is packaged.
func code(n *node, name string) *node {
	if n == nil {
		return nil
	}
	var out *node
	if location, ok := strings.CutPrefix(n.word(), "s3://"); ok {
		bucket, key, _ := strings.Cut(location, "/")
		out = objectNode(n.at).with("S3Bucket", textNode(bucket, n.at).called(name)).with("S3Key", textNode(key, n.at).called(name))
	} else if n.kind == object && !isCall(n) {
		out = pass(objectNode(n.at), n, "Bucket>S3Bucket Key>S3Key Version>S3ObjectVersion")
	} else {
		opaque := unreadable(n.at, "it is uploaded when the template is packaged").called(name)
		out = objectNode(n.at).with("S3Bucket", opaque).with("S3Key", opaque)
	}
	return out.called(name)
}

func (e *sam) table(r serverlessResource) {
	p := r.props
	key := p.get("PrimaryKey")
	at := r.place()
	name, typ := textNode("id", at), "S"
	if key != nil {
		at = key.at
		if given := key.get("Name"); given != nil {
			name = given
		}
		switch key.get("Type").word() {
		case "Number":
			typ = "N"
		case "Binary":
			typ = "B"
		}
	}
	props := pass(objectNode(p.at), p, "TableName SSESpecification PointInTimeRecoverySpecification ProvisionedThroughput")
	props.with("AttributeDefinitions", listNode(at, objectNode(at).with("AttributeName", name).with("AttributeType", textNode(typ, at))).called("PrimaryKey"))
	props.with("KeySchema", listNode(at, objectNode(at).with("AttributeName", name).with("KeyType", textNode("HASH", at))).called("PrimaryKey"))
	props.with("Tags", tags(p.get("Tags")))
	if p.get("ProvisionedThroughput") == nil {
		props.with("BillingMode", textNode("PAY_PER_REQUEST", r.place()))
	}
	e.make(r.id(), "AWS::DynamoDB::Table", r.place(), r, props)
}

func (e *sam) layer(r serverlessResource) {
	props := pass(objectNode(r.props.at), r.props, "LayerName Description CompatibleRuntimes CompatibleArchitectures LicenseInfo")
	e.make(r.id(), "AWS::Lambda::LayerVersion", r.place(), r, props.with("Content", code(r.props.get("ContentUri"), "ContentUri")))
}

func (e *sam) application(r serverlessResource) {
	props := pass(objectNode(r.props.at), r.props, "Location>TemplateURL Parameters NotificationARNs TimeoutInMinutes")
	e.make(r.id(), "AWS::CloudFormation::Stack", r.place(), r, props.with("Tags", tags(r.props.get("Tags"))))
}

// notifying is a bucket with the functions that it calls.
func notifying(bucket *node, calls []*node) *node {
	out := *bucket
	props := bucket.get("Properties")
	if props == nil {
		props = objectNode(bucket.at)
	}
	added := objectNode(calls[0].at).with("NotificationConfiguration",
		objectNode(calls[0].at).with("LambdaConfigurations", listNode(calls[0].at, calls...)))
	out.members = nil
	for _, m := range bucket.members {
		if m.key != "Properties" {
			out.members = append(out.members, m)
		}
	}
	return out.with("Properties", mergeGlobals(added, props))
}

// attributeMade tells of what SAM made that it is part of what its author declared.
func (s *stack) attributeMade() {
	for _, r := range s.order {
		if of := s.resources[r.of]; of != nil && of != r && r.lowered != nil {
			r.lowered.PartOf = of.lowered
		}
	}
}
