package cloudformation

import (
	"regexp"
	"slices"
	"strings"
)

var variablesOfPath = regexp.MustCompile(`\{[^{}]*\}`)

// route is a method of an API that an event asks for.
type route struct {
	event
	target *node
}

// implicitAPIs are those that events speak of without naming one.
func (e *sam) implicitAPIs() {
	for _, api := range [...]struct{ id, typ string }{{"ServerlessRestApi", "Api"}, {"ServerlessHttpApi", "HttpApi"}} {
		routes := e.routes[api.id]
		if len(routes) == 0 || e.declares(api.id) {
			continue
		}
		at := routes[0].at
		body := objectNode(at).with("Type", textNode(serverlessPrefix+api.typ, at))
		r := serverlessResource{member: member{key: api.id, value: body, at: at}, typ: api.typ}
		own := objectNode(at)
		if api.typ == "Api" {
			own.with("StageName", textNode("Prod", at))
		}
		r.props = mergeGlobals(e.globals.get(api.typ), own)
		e.apis = append(e.apis, r)
	}
}

func (e *sam) declares(id string) bool {
	for _, api := range e.apis {
		if api.id() == id {
			return true
		}
	}
	return false
}

// stageOf is how a REST API's stage goes into the ids of what is made for it.
func (e *sam) stageOf(api string) string {
	section := e.template.root.path("Resources", api)
	name := section.path("Properties", "StageName")
	if section == nil {
		return "Prod"
	}
	if name == nil || name.kind != scalar {
		return "Stage"
	}
	return stagePart(name.text)
}

var notInID = regexp.MustCompile(`[^A-Za-z0-9]`)

func stagePart(name string) string { return notInID.ReplaceAllString(name, "") }

func (e *sam) api(r serverlessResource) {
	if r.typ == "HttpApi" {
		e.httpAPI(r)
	} else {
		e.restAPI(r)
	}
}

func (e *sam) restAPI(r serverlessResource) {
	p := r.props
	props := pass(objectNode(p.at), p, "Name Description BinaryMediaTypes MinimumCompressionSize ApiKeySourceType FailOnWarnings "+
		"DisableExecuteApiEndpoint Mode SecurityPolicy EndpointAccessMode")
	props.with("EndpointConfiguration", e.endpoint(p.get("EndpointConfiguration")))
	if policy := p.path("Auth", "ResourcePolicy"); policy != nil {
		props.with("Policy", unreadable(policy.at, "SAM makes it of Auth.ResourcePolicy"))
	}
	e.body(r, props)
	e.make(r.id(), "AWS::ApiGateway::RestApi", r.place(), r, props.with("Tags", tags(p.get("Tags"))))
	deployment, stage := r.id()+"Deployment", r.id()+e.stageID(p.get("StageName"))+"Stage"
	e.make(deployment, "AWS::ApiGateway::Deployment", r.place(), r, objectNode(r.place()).with("RestApiId", refNode(r.id(), r.place())))
	staged := pass(objectNode(p.at), p, "StageName CacheClusterEnabled CacheClusterSize MethodSettings AccessLogSetting CanarySetting "+
		"TracingEnabled Variables")
	staged.with("RestApiId", refNode(r.id(), r.place())).with("DeploymentId", refNode(deployment, r.place()))
	e.make(stage, "AWS::ApiGateway::Stage", r.place(), r, staged.with("Tags", tags(p.get("Tags"))))
	e.dotted[r.id()+".Stage"], e.dotted[r.id()+".Deployment"] = stage, deployment
	e.domain(r, "AWS::ApiGateway::DomainName")
	if plan := p.path("Auth", "UsagePlan"); plan != nil {
		e.diags.Infof(plan.at, "the usage plan of %s is not expanded: it is not seen", r.id())
	}
}

// stageID is a stage's name in a logical id, which a name that is not written
// out is not part of.
func (e *sam) stageID(name *node) string {
	if name == nil || name.kind != scalar {
		return ""
	}
	return stagePart(name.text)
}

func (e *sam) endpoint(n *node) *node {
	switch {
	case n == nil || isCall(n):
		return n
	case n.kind == scalar:
		return objectNode(n.at).with("Types", listNode(n.at, n))
	}
	out := pass(objectNode(n.at), n, "VPCEndpointIds>VpcEndpointIds IpAddressType")
	if kinds := n.get("Types"); kinds != nil && n.get("Type") == nil {
		e.diags.Warnf(kinds.at, "SAM has no property EndpointConfiguration.Types: it is taken for that of AWS::ApiGateway::RestApi")
		pass(out, n, "Types")
	}
	if kind := n.get("Type"); kind != nil {
		out.with("Types", listNode(kind.at, kind).called("EndpointConfiguration.Type"))
	}
	return out
}

func (e *sam) httpAPI(r serverlessResource) {
	p := r.props
	props := pass(objectNode(p.at), p, "Name Description FailOnWarnings DisableExecuteApiEndpoint CorsConfiguration")
	e.body(r, props)
	e.make(r.id(), "AWS::ApiGatewayV2::Api", r.place(), r, pass(props, p, "Tags"))
	name, stage := p.get("StageName"), r.id()+"ApiGatewayDefaultStage"
	if name == nil {
		name = textNode("$default", r.place())
	} else {
		stage = r.id() + e.stageID(name) + "Stage"
	}
	staged := pass(objectNode(p.at), p, "AccessLogSettings DefaultRouteSettings RouteSettings StageVariables Tags")
	staged.with("StageName", name).with("ApiId", refNode(r.id(), r.place())).with("AutoDeploy", wordNode("true", r.place()))
	e.make(stage, "AWS::ApiGatewayV2::Stage", r.place(), r, staged)
	e.dotted[r.id()+".Stage"] = stage
	e.domain(r, "AWS::ApiGatewayV2::DomainName")
}

// body adds the definition of an API: the one that is written, or one made of the
// routes that events ask for.
func (e *sam) body(r serverlessResource, props *node) {
	p := r.props
	auth := p.get("Auth")
	switch {
	case p.get("DefinitionBody") != nil:
		body := p.get("DefinitionBody")
		if auth != nil && body.kind == object && !isCall(body) {
			body = guarded(body, auth)
		}
		props.with("Body", body.called("DefinitionBody"))
		return
	case p.get("DefinitionUri") != nil:
		location := code(p.get("DefinitionUri"), "DefinitionUri")
		props.with("BodyS3Location", pass(objectNode(location.at), location, "S3Bucket>Bucket S3Key>Key S3ObjectVersion>Version"))
		return
	}
	at := r.place()
	paths := objectNode(at)
	for _, route := range e.routes[r.id()] {
		path, method := route.names()
		if paths.get(path) == nil {
			paths.with(path, objectNode(route.at))
		}
		paths.get(path).with(method, route.operation(auth))
	}
	info := objectNode(at).with("version", textNode("1.0", at)).with("title", refNode("AWS::StackName", at))
	props.with("Body", objectNode(at).with("info", info).with("paths", paths).with("securityDefinitions", authorizers(auth)))
}

// guarded is a definition with what SAM adds to it: the authorizers, and the default one
// for each operation that has no security.
//
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiauth.html
func guarded(body, auth *node) *node {
	out := *body
	out.members = slices.Clone(body.members)
	for i, m := range out.members {
		if m.key == "paths" && !isCall(m.value) {
			out.members[i].value = changed(m.value, func(item *node) *node {
				return changed(item, func(operation *node) *node {
					if operation.kind != object || isCall(operation) || operation.get("security") != nil {
						return operation
					}
					guarded := *operation
					guarded.members = slices.Clone(operation.members)
					return guarded.with("security", security(auth, nil))
				})
			})
		}
	}
	if body.get("securityDefinitions") == nil {
		out.with("securityDefinitions", authorizers(auth))
	}
	return &out
}

// changed is an object with each of its members changed.
func changed(n *node, change func(*node) *node) *node {
	if n == nil || n.kind != object || isCall(n) {
		return n
	}
	out := *n
	out.members = slices.Clone(n.members)
	for i, m := range out.members {
		out.members[i].value = change(m.value)
	}
	return &out
}

// authorizers are what a definition says of those of an API.
func authorizers(auth *node) *node {
	declared := auth.get("Authorizers")
	if declared == nil || isCall(declared) {
		return declared
	}
	out := objectNode(declared.at)
	for _, m := range declared.members {
		out.with(m.key, objectNode(m.at).with("x-amazon-apigateway-authorizer", m.value))
	}
	return out
}

// security is what SAM asks for an operation by what the API says, and the event if
// there is one: an authorizer, and a key.
func security(auth, own *node) *node {
	authorizer, key := own.get("Authorizer"), own.get("ApiKeyRequired")
	if authorizer == nil {
		authorizer = auth.get("DefaultAuthorizer")
	}
	if key == nil {
		key = auth.get("ApiKeyRequired")
	}
	var asked *node
	if name := authorizer.word(); name != "" && name != "NONE" {
		asked = objectNode(authorizer.at).with(name, listNode(authorizer.at))
	}
	switch {
	case authorizer != nil && authorizer.kind != scalar:
		return unreadable(authorizer.at, "which authorizer it has is not written out")
	case key != nil && key.kind != scalar:
		return unreadable(key.at, "whether it asks for a key is not written out")
	case key.isTrue() && asked == nil:
		asked = objectNode(key.at).with("api_key", listNode(key.at))
	}
	if asked == nil {
		return nil
	}
	return listNode(asked.at, asked)
}

func (r route) names() (path, method string) {
	path, method = r.props.get("Path").word(), strings.ToLower(r.props.get("Method").word())
	if path == "" {
		path = "$default"
	}
	if method == "" || method == "any" {
		method = "x-amazon-apigateway-any-method"
	}
	return path, method
}

// operation is one method in a definition, with the authorizer that it or the
// API names.
func (r route) operation(auth *node) *node {
	uri := callNode(r.at, "Fn::Sub", listNode(r.at,
		textNode("arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Target}/invocations", r.at),
		objectNode(r.at).with("Target", r.target)))
	integration := objectNode(r.at).with("type", textNode("aws_proxy", r.at)).with("httpMethod", textNode("POST", r.at)).with("uri", uri)
	return objectNode(r.at).with("x-amazon-apigateway-integration", integration).with("security", security(auth, r.props.get("Auth")))
}

// domain makes the domain name under which an API is to be found.
func (e *sam) domain(r serverlessResource, typ string) {
	d := r.props.get("Domain")
	if d == nil || d.kind != object {
		return
	}
	at := d.at
	props := pass(objectNode(at), d, "DomainName")
	if r.typ == "HttpApi" {
		config := pass(objectNode(at), d, "CertificateArn EndpointConfiguration>EndpointType SecurityPolicy OwnershipVerificationCertificateArn")
		props = pass(props, d, "MutualTlsAuthentication").with("DomainNameConfigurations", listNode(at, config).called("Domain"))
	} else {
		certificate := "CertificateArn>RegionalCertificateArn"
		if kind := d.get("EndpointConfiguration"); kind == nil || kind.word() == "EDGE" {
			certificate = "CertificateArn"
		}
		props = pass(props, d, certificate+" SecurityPolicy MutualTlsAuthentication OwnershipVerificationCertificateArn")
		props.with("EndpointConfiguration", e.endpoint(d.get("EndpointConfiguration")))
	}
	id := "ApiGatewayDomainName" + r.id()
	e.make(id, typ, at, r, props)
	e.dotted[r.id()+".DomainName"] = id
}

func (e *sam) stateMachine(r serverlessResource) {
	p := r.props
	props := pass(objectNode(p.at), p, "Name>StateMachineName Type>StateMachineType Role>RoleArn Logging>LoggingConfiguration "+
		"Tracing>TracingConfiguration DefinitionSubstitutions")
	if definition := p.get("Definition"); definition != nil {
		props.with("DefinitionString", callNode(definition.at, "Fn::ToJsonString", definition).called("Definition"))
	} else if location := code(p.get("DefinitionUri"), "DefinitionUri"); location != nil {
		props.with("DefinitionS3Location", pass(objectNode(location.at), location, "S3Bucket>Bucket S3Key>Key S3ObjectVersion>Version"))
	}
	if p.get("Role") == nil {
		props.with("RoleArn", attrNode(r.id()+"Role", "Arn", r.place()))
		b := &roleBuilder{sam: e, of: r, id: r.id() + "Role", service: "states.amazonaws.com"}
		if tracing := p.get("Tracing"); tracing.get("Enabled").isTrue() {
			b.managed = append(b.managed, managedPolicy("AWSXrayWriteOnlyAccess", tracing.at))
		}
		b.add(p.get("Policies"))
		b.build()
	}
	e.make(r.id(), "AWS::StepFunctions::StateMachine", r.place(), r, props.with("Tags", tags(p.get("Tags"))))
	for _, ev := range eventsOf(r) {
		e.start(r, ev)
	}
}

// start makes what starts a state machine on an event.
func (e *sam) start(r serverlessResource, ev event) {
	target := refNode(r.id(), ev.at)
	const action = "states:StartExecution"
	switch ev.typ {
	case "Api":
		e.callingRole(ev.id+"Role", "apigateway.amazonaws.com", action, ev, r, target)
		api := referred(ev.props.get("RestApiId"), "ServerlessRestApi")
		e.routes[api] = append(e.routes[api], route{ev, target})
	case "ScheduleV2":
		e.schedule(ev, r, target, action)
	case "Schedule", "EventBridgeRule", "CloudWatchEvent":
		goal := pass(objectNode(ev.at), ev.props, "Input InputPath DeadLetterConfig RetryPolicy RoleArn")
		goal.with("Arn", target).with("Id", textNode(ev.id+"StepFunctionsTarget", ev.at))
		if ev.props.get("RoleArn") == nil {
			goal.with("RoleArn", attrNode(ev.id+"Role", "Arn", ev.at))
			e.callingRole(ev.id+"Role", "events.amazonaws.com", action, ev, r, target)
		}
		e.make(ev.id, "AWS::Events::Rule", ev.at, r, ruleProperties(ev).with("Targets", listNode(ev.at, goal)))
	default:
		e.diags.Warnf(ev.at, "events of type %q are not expanded: what SAM makes of this one is not seen", ev.typ)
	}
}
