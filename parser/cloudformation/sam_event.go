package cloudformation

import (
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// event is one that a function answers.
type event struct {
	id    string // of what is made of it: the function's and its own
	name  string
	typ   string
	props *node
	at    model.Range
}

func eventsOf(r serverlessResource) []event {
	var found []event
	for _, m := range members(r.props.get("Events")) {
		props := m.value.get("Properties")
		if props == nil {
			props = objectNode(m.value.at)
		}
		found = append(found, event{id: r.id() + m.key, name: m.key, typ: m.value.get("Type").word(), props: props, at: span(m.at, m.value.at)})
	}
	return found
}

// answer makes what each event needs.
//
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
func (f *lambda) answer() {
	for _, ev := range eventsOf(f.serverlessResource) {
		switch ev.typ {
		case "Api":
			f.apiEvent(ev)
		case "HttpApi":
			f.httpEvent(ev)
		case "S3":
			f.bucketEvent(ev)
		case "SNS":
			f.topicEvent(ev)
		case "SQS", "Kinesis", "DynamoDB", "MSK", "MQ", "SelfManagedKafka", "DocumentDB":
			f.stream(ev)
		case "Schedule", "EventBridgeRule", "CloudWatchEvent":
			f.rule(ev)
		case "ScheduleV2":
			f.schedule(ev, f.serverlessResource, f.target, "lambda:InvokeFunction")
		default:
			f.otherEvent(ev)
		}
	}
}

func (f *lambda) otherEvent(ev event) {
	switch ev.typ {
	case "CloudWatchLogs":
		props := pass(objectNode(ev.at), ev.props, "LogGroupName FilterPattern").with("DestinationArn", f.target)
		f.make(ev.id, "AWS::Logs::SubscriptionFilter", ev.at, f.serverlessResource, props)
		f.permit(ev, "logs.amazonaws.com", logsOf(ev))
	case "IoTRule":
		call := objectNode(ev.at).with("Lambda", objectNode(ev.at).with("FunctionArn", f.target))
		payload := pass(objectNode(ev.at), ev.props, "Sql AwsIotSqlVersion").with("Actions", listNode(ev.at, call))
		f.make(ev.id, "AWS::IoT::TopicRule", ev.at, f.serverlessResource, objectNode(ev.at).with("TopicRulePayload", payload))
		f.permit(ev, "iot.amazonaws.com", subNode(ev.at, "arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:rule/${%s}", ev.id))
	case "Cognito":
		f.permit(ev, "cognito-idp.amazonaws.com", arnOf(ev.props.get("UserPool"), ev.at))
	case "AlexaSkill":
		f.permit(ev, "alexa-appkit.amazon.com", nil)
	default:
		f.diags.Warnf(ev.at, "events of type %q are not expanded: what SAM makes of this one is not seen", ev.typ)
	}
}

// permit lets a service call the function.
func (f *lambda) permit(ev event, service string, source *node) {
	f.permitAs(ev.id+"Permission", ev, service, source)
}

func (f *lambda) permitAs(id string, ev event, service string, source *node) {
	at := ev.at
	props := objectNode(at).with("Action", textNode("lambda:InvokeFunction", at)).with("FunctionName", f.callee).
		with("Principal", textNode(service, at)).with("SourceArn", source)
	switch ev.typ {
	case "S3", "IoTRule":
		props.with("SourceAccount", refNode("AWS::AccountId", at))
	case "AlexaSkill":
		props = pass(props, ev.props, "SkillId>EventSourceToken")
	}
	f.make(id, "AWS::Lambda::Permission", at, f.serverlessResource, props)
}

// logsOf is the ARN of the log group of an event.
func logsOf(ev event) *node {
	group := ev.props.get("LogGroupName")
	if group == nil {
		group = unreadable(ev.at, "the log group is not named")
	}
	return callNode(ev.at, "Fn::Sub", listNode(ev.at,
		textNode("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}:*", ev.at), objectNode(ev.at).with("Group", group)))
}

// arnOf is the ARN of what a property refers to by Ref.
func arnOf(n *node, at model.Range) *node {
	if name, argument := n.function(); name == "Ref" {
		return attrNode(argument.word(), "Arn", n.at)
	}
	if n == nil {
		return unreadable(at, "it is not named")
	}
	return n
}

func (f *lambda) bucketEvent(ev event) {
	f.permit(ev, "s3.amazonaws.com", nil)
	name, bucket := ev.props.get("Bucket").function()
	if name != "Ref" {
		return
	}
	kinds := ev.props.get("Events")
	if kinds == nil {
		return
	}
	all := kinds.items
	if kinds.kind != list {
		all = []*node{kinds}
	}
	for _, kind := range all {
		call := objectNode(ev.at).with("Event", kind).with("Function", f.target)
		f.notified[bucket.word()] = append(f.notified[bucket.word()], pass(call, ev.props, "Filter"))
	}
}

func (f *lambda) topicEvent(ev event) {
	f.permit(ev, "sns.amazonaws.com", ev.props.get("Topic"))
	props := pass(objectNode(ev.at), ev.props, "Topic>TopicArn Region FilterPolicy FilterPolicyScope RedrivePolicy")
	props.with("Protocol", textNode("lambda", ev.at)).with("Endpoint", f.target)
	f.make(ev.id, "AWS::SNS::Subscription", ev.at, f.serverlessResource, props)
}

// streamPolicies are the managed policies that let a function read from a source.
var streamPolicies = map[string]string{
	"SQS": "AWSLambdaSQSQueueExecutionRole", "Kinesis": "AWSLambdaKinesisExecutionRole",
	"DynamoDB": "AWSLambdaDynamoDBExecutionRole", "MSK": "AWSLambdaMSKExecutionRole",
}

func (f *lambda) stream(ev event) {
	props := pass(objectNode(ev.at), ev.props, "Queue>EventSourceArn Stream>EventSourceArn Broker>EventSourceArn Cluster>EventSourceArn "+
		"BatchSize Enabled StartingPosition StartingPositionTimestamp MaximumBatchingWindowInSeconds MaximumRetryAttempts "+
		"BisectBatchOnFunctionError MaximumRecordAgeInSeconds DestinationConfig ParallelizationFactor Topics Queues "+
		"SourceAccessConfigurations TumblingWindowInSeconds FunctionResponseTypes FilterCriteria KmsKeyArn ScalingConfig "+
		"ConsumerGroupId>AmazonManagedKafkaEventSourceConfig.ConsumerGroupId")
	f.make(ev.id, "AWS::Lambda::EventSourceMapping", ev.at, f.serverlessResource, props.with("FunctionName", f.callee))
	if name := streamPolicies[ev.typ]; name != "" {
		f.managed = append(f.managed, managedPolicy(name, ev.at))
	}
}

// rule makes a schedule or a pattern of the event bus call the function.
func (f *lambda) rule(ev event) {
	goal := pass(objectNode(ev.at), ev.props, "Input InputPath DeadLetterConfig RetryPolicy InputTransformer")
	goal.with("Arn", f.target).with("Id", textNode(ev.id+"LambdaTarget", ev.at))
	f.make(ev.id, "AWS::Events::Rule", ev.at, f.serverlessResource, ruleProperties(ev).with("Targets", listNode(ev.at, goal)))
	f.permit(ev, "events.amazonaws.com", attrNode(ev.id, "Arn", ev.at))
}

func ruleProperties(ev event) *node {
	props := pass(objectNode(ev.at), ev.props, "Schedule>ScheduleExpression Pattern>EventPattern EventBusName Name RuleName>Name Description State")
	if enabled := ev.props.get("Enabled"); enabled != nil && enabled.kind == scalar {
		state := "DISABLED"
		if enabled.isTrue() {
			state = "ENABLED"
		}
		props.with("State", textNode(state, enabled.at).called("Enabled"))
	}
	return props
}

// schedule makes a schedule of EventBridge Scheduler, and the role in which it
// calls its target.
func (e *sam) schedule(ev event, of serverlessResource, target *node, action string) {
	goal := pass(objectNode(ev.at), ev.props, "Input DeadLetterConfig RetryPolicy RoleArn").with("Arn", target)
	if ev.props.get("RoleArn") == nil {
		goal.with("RoleArn", attrNode(ev.id+"Role", "Arn", ev.at))
		e.callingRole(ev.id+"Role", "scheduler.amazonaws.com", action, ev, of, target)
	}
	props := pass(objectNode(ev.at), ev.props, "ScheduleExpression ScheduleExpressionTimezone Name Description State StartDate EndDate "+
		"GroupName FlexibleTimeWindow KmsKeyArn")
	if ev.props.get("FlexibleTimeWindow") == nil {
		props.with("FlexibleTimeWindow", objectNode(ev.at).with("Mode", textNode("OFF", ev.at)))
	}
	e.make(ev.id, "AWS::Scheduler::Schedule", ev.at, of, props.with("Target", goal))
}

// callingRole makes a role in which a service may do one thing with one target.
func (e *sam) callingRole(id, service, action string, ev event, of serverlessResource, target *node) {
	policy := inlinePolicy(textNode(id+"Policy", ev.at), document(ev.at, statement(ev.at, action, target)), ev.at)
	props := objectNode(ev.at).with("AssumeRolePolicyDocument", trusting(service, ev.at)).with("Policies", listNode(ev.at, policy))
	e.make(id, "AWS::IAM::Role", ev.at, of, pass(props, ev.props, "PermissionsBoundary"))
}

func (f *lambda) apiEvent(ev event) {
	api := referred(ev.props.get("RestApiId"), "ServerlessRestApi")
	f.addRoute(api, ev)
	method, path := strings.ToUpper(ev.props.get("Method").word()), ev.props.get("Path").word()
	f.permitAs(ev.id+"Permission"+f.stageOf(api), ev, "apigateway.amazonaws.com", invocationOf(api, method, path, ev.at))
}

func (f *lambda) httpEvent(ev event) {
	api := referred(ev.props.get("ApiId"), "ServerlessHttpApi")
	f.addRoute(api, ev)
	method, path := strings.ToUpper(ev.props.get("Method").word()), ev.props.get("Path").word()
	f.permit(ev, "apigateway.amazonaws.com", invocationOf(api, method, path, ev.at))
}

func (f *lambda) addRoute(api string, ev event) {
	f.routes[api] = append(f.routes[api], route{ev, f.target})
}

// referred is the logical id that a property refers to, the implicit API without one.
func referred(n *node, implicit string) string {
	if name, argument := n.function(); name == "Ref" {
		return argument.word()
	}
	if n != nil {
		return n.word()
	}
	return implicit
}

// invocationOf is the ARN of a method of an API.
func invocationOf(api, method, path string, at model.Range) *node {
	if method == "" || method == "ANY" || method == "X-AMAZON-APIGATEWAY-ANY-METHOD" {
		method = "*"
	}
	if path == "" || path == "$default" {
		path = "/*"
	}
	text := "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/" + method + pathPattern(path)
	return callNode(at, "Fn::Sub", listNode(at, textNode(text, at), objectNode(at).with("Api", refNode(api, at))))
}

// pathPattern has a star for each variable of a path.
func pathPattern(path string) string {
	return variablesOfPath.ReplaceAllString(path, "*")
}
