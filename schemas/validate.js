/**
 * Holds data against each JSON Schema of this folder. Made of them by ajv: do not edit, run `npm run schemas`.
 * The code, and the functions it calls, are of ajv and fast-deep-equal: Copyright (c) 2015-2021 Evgeny Poberezkin,
 * 2017 Evgeny Poberezkin, MIT License.
 */
export function makeValidators(formats) {
const exports = {};
exports.organization = validate20;
const schema31 = {"$id":"urn:danhba:schema:organization","type":"object","additionalProperties":false,"required":["id","name","kind","code"],"properties":{"id":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"},"name":{"type":"string","minLength":1,"maxLength":250},"kind":{"type":"string","enum":["people-committee","provincial","provincial-unit","district","city","district-room","commune","ward","town"]},"parent":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"},"code":{"type":"string","pattern":"^[a-z0-9]{1,63}$"},"codeBasis":{"type":"string","minLength":1,"maxLength":120},"personSuffix":{"type":"string","pattern":"^[a-z0-9]+(\\.[a-z0-9]+)*$","maxLength":63},"representatives":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$|^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[a-z0-9][a-z0-9_-]{0,99}$"}},"credentialRecipients":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^age1[02-9ac-hj-np-z]{58}$"}},"mailbox":{"if":{"type":"string"},"then":{"const":"none"},"else":{"$ref":"#/$defs/mailbox"}},"people":{"type":"array","items":{"$ref":"#/$defs/person"}},"dissolved":{"type":"object","additionalProperties":false,"required":["document","date"],"properties":{"document":{"$ref":"#/$defs/document"},"date":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"successor":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"}}}},"$defs":{"personId":{"type":"string","pattern":"^[A-Z][A-Z0-9]*-[0-9]+$","maxLength":40},"document":{"type":"string","minLength":1,"maxLength":120},"date":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"address":{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+$","maxLength":254},"addressDecision":{"type":"object","additionalProperties":false,"required":["document","date"],"properties":{"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/date"},"legacy":{"type":"boolean"}}},"aliases":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+$","maxLength":254}},"absence":{"type":"object","additionalProperties":false,"required":["until","reason"],"properties":{"until":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"reason":{"type":"string","minLength":1,"maxLength":250},"document":{"$ref":"#/$defs/document"}}},"suspension":{"type":"object","additionalProperties":false,"required":["reason","date"],"properties":{"reason":{"type":"string","enum":["violation","inactivity"]},"clause":{"type":"string","pattern":"^\\d+\\.\\d+$"},"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/date"},"notice":{"type":"object","additionalProperties":false,"required":["document","date"],"properties":{"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/date"}}}}},"restoration":{"type":"object","additionalProperties":false,"required":["document","date"],"properties":{"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/date"}}},"termination":{"type":"object","additionalProperties":false,"required":["reason","document","decided"],"properties":{"reason":{"type":"string","enum":["retirement","resignation","transfer","dismissal","contract-end","death"]},"document":{"$ref":"#/$defs/document"},"decided":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"effective":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"to":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"}}},"passwordReset":{"type":"object","additionalProperties":false,"required":["document","date"],"properties":{"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/date"}}},"mailbox":{"type":"object","additionalProperties":false,"properties":{"custodian":{"type":"string","pattern":"^[A-Z][A-Z0-9]*-[0-9]+$","maxLength":40},"address":{"$ref":"#/$defs/address"},"addressDecision":{"$ref":"#/$defs/addressDecision"},"aliases":{"$ref":"#/$defs/aliases"},"absence":{"$ref":"#/$defs/absence"},"suspension":{"$ref":"#/$defs/suspension"},"restoration":{"$ref":"#/$defs/restoration"},"termination":{"$ref":"#/$defs/termination"},"passwordReset":{"$ref":"#/$defs/passwordReset"}}},"person":{"type":"object","additionalProperties":false,"required":["id","name"],"properties":{"id":{"$ref":"#/$defs/personId"},"name":{"type":"string","minLength":1,"maxLength":120},"nameParts":{"type":"object","additionalProperties":false,"required":["family","given"],"properties":{"family":{"type":"string","minLength":1,"maxLength":60},"middle":{"type":"string","maxLength":60},"given":{"type":"string","minLength":1,"maxLength":60}}},"title":{"type":"string","minLength":1,"maxLength":120},"unit":{"type":"string","minLength":1,"maxLength":120},"phone":{"type":"string","pattern":"^[0-9+(][0-9 +().,/-]{2,31}$"},"nameChange":{"type":"object","additionalProperties":false,"required":["document","date"],"properties":{"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/date"}}},"privileged":{"type":"boolean"},"listed":{"type":"boolean"},"address":{"$ref":"#/$defs/address"},"addressDecision":{"$ref":"#/$defs/addressDecision"},"aliases":{"$ref":"#/$defs/aliases"},"absence":{"$ref":"#/$defs/absence"},"suspension":{"$ref":"#/$defs/suspension"},"restoration":{"$ref":"#/$defs/restoration"},"termination":{"$ref":"#/$defs/termination"},"passwordReset":{"$ref":"#/$defs/passwordReset"}}}}};
const schema35 = {"type":"string","minLength":1,"maxLength":120};
const func1 = Object.prototype.hasOwnProperty;
const func2 = function ucs2length(str) {
    const len = str.length;
    let length = 0;
    let pos = 0;
    let value;
    while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 0xd800 && value <= 0xdbff && pos < len) {
            // high surrogate, and there is a next character
            value = str.charCodeAt(pos);
            if ((value & 0xfc00) === 0xdc00)
                pos++; // low surrogate
        }
    }
    return length;
};
const pattern4 = new RegExp("^[a-z0-9][a-z0-9-]{0,62}$", "u");
const pattern6 = new RegExp("^[a-z0-9]{1,63}$", "u");
const pattern7 = new RegExp("^[a-z0-9]+(\\.[a-z0-9]+)*$", "u");
const pattern8 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$|^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[a-z0-9][a-z0-9_-]{0,99}$", "u");
const pattern9 = new RegExp("^age1[02-9ac-hj-np-z]{58}$", "u");
const pattern12 = new RegExp("^\\d{4}-\\d{2}-\\d{2}$", "u");
const schema32 = {"type":"object","additionalProperties":false,"properties":{"custodian":{"type":"string","pattern":"^[A-Z][A-Z0-9]*-[0-9]+$","maxLength":40},"address":{"$ref":"#/$defs/address"},"addressDecision":{"$ref":"#/$defs/addressDecision"},"aliases":{"$ref":"#/$defs/aliases"},"absence":{"$ref":"#/$defs/absence"},"suspension":{"$ref":"#/$defs/suspension"},"restoration":{"$ref":"#/$defs/restoration"},"termination":{"$ref":"#/$defs/termination"},"passwordReset":{"$ref":"#/$defs/passwordReset"}}};
const schema33 = {"type":"string","pattern":"^[^@\\s]+@[^@\\s]+$","maxLength":254};
const schema37 = {"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+$","maxLength":254}};
const pattern10 = new RegExp("^[A-Z][A-Z0-9]*-[0-9]+$", "u");
const pattern11 = new RegExp("^[^@\\s]+@[^@\\s]+$", "u");
const schema34 = {"type":"object","additionalProperties":false,"required":["document","date"],"properties":{"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/date"},"legacy":{"type":"boolean"}}};
const schema36 = {"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"};
const formats0 = formats.date;

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.document === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "document"},schema:schema34.required,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.date === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "date"},schema:schema34.required,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "document") || (key0 === "date")) || (key0 === "legacy"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.document !== undefined){
let data0 = data.document;
if(typeof data0 === "string"){
if(func2(data0) > 120){
const err3 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func2(data0) < 1){
const err4 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.date !== undefined){
let data1 = data.date;
if(typeof data1 === "string"){
if(!pattern12.test(data1)){
const err6 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(formats0(data1))){
const err7 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.legacy !== undefined){
let data2 = data.legacy;
if(typeof data2 !== "boolean"){
const err9 = {instancePath:instancePath+"/legacy",schemaPath:"#/properties/legacy/type",keyword:"type",params:{type: "boolean"},schema:schema34.properties.legacy.type,parentSchema:schema34.properties.legacy,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema38 = {"type":"object","additionalProperties":false,"required":["until","reason"],"properties":{"until":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"reason":{"type":"string","minLength":1,"maxLength":250},"document":{"$ref":"#/$defs/document"}}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.until === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "until"},schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.reason === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},schema:schema38.required,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "until") || (key0 === "reason")) || (key0 === "document"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.until !== undefined){
let data0 = data.until;
if(typeof data0 === "string"){
if(!pattern12.test(data0)){
const err3 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema38.properties.until,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!(formats0(data0))){
const err4 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema38.properties.until,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/type",keyword:"type",params:{type: "string"},schema:schema38.properties.until.type,parentSchema:schema38.properties.until,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.reason !== undefined){
let data1 = data.reason;
if(typeof data1 === "string"){
if(func2(data1) > 250){
const err6 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/maxLength",keyword:"maxLength",params:{limit: 250},schema:250,parentSchema:schema38.properties.reason,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func2(data1) < 1){
const err7 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema38.properties.reason,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},schema:schema38.properties.reason.type,parentSchema:schema38.properties.reason,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.document !== undefined){
let data2 = data.document;
if(typeof data2 === "string"){
if(func2(data2) > 120){
const err9 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema35,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func2(data2) < 1){
const err10 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema35,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema40 = {"type":"object","additionalProperties":false,"required":["reason","date"],"properties":{"reason":{"type":"string","enum":["violation","inactivity"]},"clause":{"type":"string","pattern":"^\\d+\\.\\d+$"},"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/date"},"notice":{"type":"object","additionalProperties":false,"required":["document","date"],"properties":{"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/date"}}}}};
const pattern15 = new RegExp("^\\d+\\.\\d+$", "u");

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.reason === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.date === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "date"},schema:schema40.required,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "reason") || (key0 === "clause")) || (key0 === "document")) || (key0 === "date")) || (key0 === "notice"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.reason !== undefined){
let data0 = data.reason;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},schema:schema40.properties.reason.type,parentSchema:schema40.properties.reason,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data0 === "violation") || (data0 === "inactivity"))){
const err4 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/enum",keyword:"enum",params:{allowedValues: schema40.properties.reason.enum},schema:schema40.properties.reason.enum,parentSchema:schema40.properties.reason,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.clause !== undefined){
let data1 = data.clause;
if(typeof data1 === "string"){
if(!pattern15.test(data1)){
const err5 = {instancePath:instancePath+"/clause",schemaPath:"#/properties/clause/pattern",keyword:"pattern",params:{pattern: "^\\d+\\.\\d+$"},schema:"^\\d+\\.\\d+$",parentSchema:schema40.properties.clause,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/clause",schemaPath:"#/properties/clause/type",keyword:"type",params:{type: "string"},schema:schema40.properties.clause.type,parentSchema:schema40.properties.clause,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.document !== undefined){
let data2 = data.document;
if(typeof data2 === "string"){
if(func2(data2) > 120){
const err7 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema35,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(func2(data2) < 1){
const err8 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema35,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.date !== undefined){
let data3 = data.date;
if(typeof data3 === "string"){
if(!pattern12.test(data3)){
const err10 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema36,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!(formats0(data3))){
const err11 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema36,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.notice !== undefined){
let data4 = data.notice;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.document === undefined){
const err13 = {instancePath:instancePath+"/notice",schemaPath:"#/properties/notice/required",keyword:"required",params:{missingProperty: "document"},schema:schema40.properties.notice.required,parentSchema:schema40.properties.notice,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data4.date === undefined){
const err14 = {instancePath:instancePath+"/notice",schemaPath:"#/properties/notice/required",keyword:"required",params:{missingProperty: "date"},schema:schema40.properties.notice.required,parentSchema:schema40.properties.notice,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data4){
if(!((key1 === "document") || (key1 === "date"))){
const err15 = {instancePath:instancePath+"/notice",schemaPath:"#/properties/notice/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema40.properties.notice,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data4.document !== undefined){
let data5 = data4.document;
if(typeof data5 === "string"){
if(func2(data5) > 120){
const err16 = {instancePath:instancePath+"/notice/document",schemaPath:"#/$defs/document/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema35,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(func2(data5) < 1){
const err17 = {instancePath:instancePath+"/notice/document",schemaPath:"#/$defs/document/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema35,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/notice/document",schemaPath:"#/$defs/document/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data4.date !== undefined){
let data6 = data4.date;
if(typeof data6 === "string"){
if(!pattern12.test(data6)){
const err19 = {instancePath:instancePath+"/notice/date",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema36,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!(formats0(data6))){
const err20 = {instancePath:instancePath+"/notice/date",schemaPath:"#/$defs/date/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema36,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/notice/date",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/notice",schemaPath:"#/properties/notice/type",keyword:"type",params:{type: "object"},schema:schema40.properties.notice.type,parentSchema:schema40.properties.notice,data:data4};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema40.type,parentSchema:schema40,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema45 = {"type":"object","additionalProperties":false,"required":["document","date"],"properties":{"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/date"}}};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate28.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.document === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "document"},schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.date === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "date"},schema:schema45.required,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "document") || (key0 === "date"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.document !== undefined){
let data0 = data.document;
if(typeof data0 === "string"){
if(func2(data0) > 120){
const err3 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func2(data0) < 1){
const err4 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.date !== undefined){
let data1 = data.date;
if(typeof data1 === "string"){
if(!pattern12.test(data1)){
const err6 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(formats0(data1))){
const err7 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema45.type,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}
validate28.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema48 = {"type":"object","additionalProperties":false,"required":["reason","document","decided"],"properties":{"reason":{"type":"string","enum":["retirement","resignation","transfer","dismissal","contract-end","death"]},"document":{"$ref":"#/$defs/document"},"decided":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"effective":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"to":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"}}};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate30.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.reason === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.document === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "document"},schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.decided === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "decided"},schema:schema48.required,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "reason") || (key0 === "document")) || (key0 === "decided")) || (key0 === "effective")) || (key0 === "to"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.reason !== undefined){
let data0 = data.reason;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},schema:schema48.properties.reason.type,parentSchema:schema48.properties.reason,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((((((data0 === "retirement") || (data0 === "resignation")) || (data0 === "transfer")) || (data0 === "dismissal")) || (data0 === "contract-end")) || (data0 === "death"))){
const err5 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/enum",keyword:"enum",params:{allowedValues: schema48.properties.reason.enum},schema:schema48.properties.reason.enum,parentSchema:schema48.properties.reason,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.document !== undefined){
let data1 = data.document;
if(typeof data1 === "string"){
if(func2(data1) > 120){
const err6 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func2(data1) < 1){
const err7 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.decided !== undefined){
let data2 = data.decided;
if(typeof data2 === "string"){
if(!pattern12.test(data2)){
const err9 = {instancePath:instancePath+"/decided",schemaPath:"#/properties/decided/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema48.properties.decided,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!(formats0(data2))){
const err10 = {instancePath:instancePath+"/decided",schemaPath:"#/properties/decided/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema48.properties.decided,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/decided",schemaPath:"#/properties/decided/type",keyword:"type",params:{type: "string"},schema:schema48.properties.decided.type,parentSchema:schema48.properties.decided,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.effective !== undefined){
let data3 = data.effective;
if(typeof data3 === "string"){
if(!pattern12.test(data3)){
const err12 = {instancePath:instancePath+"/effective",schemaPath:"#/properties/effective/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema48.properties.effective,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(formats0(data3))){
const err13 = {instancePath:instancePath+"/effective",schemaPath:"#/properties/effective/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema48.properties.effective,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/effective",schemaPath:"#/properties/effective/type",keyword:"type",params:{type: "string"},schema:schema48.properties.effective.type,parentSchema:schema48.properties.effective,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.to !== undefined){
let data4 = data.to;
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
const err15 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema48.properties.to,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/to",schemaPath:"#/properties/to/type",keyword:"type",params:{type: "string"},schema:schema48.properties.to.type,parentSchema:schema48.properties.to,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}
validate30.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema50 = {"type":"object","additionalProperties":false,"required":["document","date"],"properties":{"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/date"}}};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate32.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.document === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "document"},schema:schema50.required,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.date === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "date"},schema:schema50.required,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "document") || (key0 === "date"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.document !== undefined){
let data0 = data.document;
if(typeof data0 === "string"){
if(func2(data0) > 120){
const err3 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func2(data0) < 1){
const err4 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.date !== undefined){
let data1 = data.date;
if(typeof data1 === "string"){
if(!pattern12.test(data1)){
const err6 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(formats0(data1))){
const err7 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema50.type,parentSchema:schema50,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}
validate32.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema32.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.custodian !== undefined){
let data0 = data.custodian;
if(typeof data0 === "string"){
if(func2(data0) > 40){
const err1 = {instancePath:instancePath+"/custodian",schemaPath:"#/properties/custodian/maxLength",keyword:"maxLength",params:{limit: 40},schema:40,parentSchema:schema32.properties.custodian,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern10.test(data0)){
const err2 = {instancePath:instancePath+"/custodian",schemaPath:"#/properties/custodian/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9]*-[0-9]+$"},schema:"^[A-Z][A-Z0-9]*-[0-9]+$",parentSchema:schema32.properties.custodian,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/custodian",schemaPath:"#/properties/custodian/type",keyword:"type",params:{type: "string"},schema:schema32.properties.custodian.type,parentSchema:schema32.properties.custodian,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.address !== undefined){
let data1 = data.address;
if(typeof data1 === "string"){
if(func2(data1) > 254){
const err4 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/maxLength",keyword:"maxLength",params:{limit: 254},schema:254,parentSchema:schema33,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern11.test(data1)){
const err5 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+$"},schema:"^[^@\\s]+@[^@\\s]+$",parentSchema:schema33,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/type",keyword:"type",params:{type: "string"},schema:schema33.type,parentSchema:schema33,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.addressDecision !== undefined){
if(!(validate22(data.addressDecision, {instancePath:instancePath+"/addressDecision",parentData:data,parentDataProperty:"addressDecision",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.aliases !== undefined){
let data3 = data.aliases;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(func2(data4) > 254){
const err7 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/$defs/aliases/items/maxLength",keyword:"maxLength",params:{limit: 254},schema:254,parentSchema:schema37.items,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern11.test(data4)){
const err8 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/$defs/aliases/items/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+$"},schema:"^[^@\\s]+@[^@\\s]+$",parentSchema:schema37.items,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/$defs/aliases/items/type",keyword:"type",params:{type: "string"},schema:schema37.items.type,parentSchema:schema37.items,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
let i1 = data3.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data3[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err10 = {instancePath:instancePath+"/aliases",schemaPath:"#/$defs/aliases/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema37,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err11 = {instancePath:instancePath+"/aliases",schemaPath:"#/$defs/aliases/type",keyword:"type",params:{type: "array"},schema:schema37.type,parentSchema:schema37,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.absence !== undefined){
if(!(validate24(data.absence, {instancePath:instancePath+"/absence",parentData:data,parentDataProperty:"absence",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.suspension !== undefined){
if(!(validate26(data.suspension, {instancePath:instancePath+"/suspension",parentData:data,parentDataProperty:"suspension",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.restoration !== undefined){
if(!(validate28(data.restoration, {instancePath:instancePath+"/restoration",parentData:data,parentDataProperty:"restoration",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.termination !== undefined){
if(!(validate30(data.termination, {instancePath:instancePath+"/termination",parentData:data,parentDataProperty:"termination",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.passwordReset !== undefined){
if(!(validate32(data.passwordReset, {instancePath:instancePath+"/passwordReset",parentData:data,parentDataProperty:"passwordReset",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema53 = {"type":"object","additionalProperties":false,"required":["id","name"],"properties":{"id":{"$ref":"#/$defs/personId"},"name":{"type":"string","minLength":1,"maxLength":120},"nameParts":{"type":"object","additionalProperties":false,"required":["family","given"],"properties":{"family":{"type":"string","minLength":1,"maxLength":60},"middle":{"type":"string","maxLength":60},"given":{"type":"string","minLength":1,"maxLength":60}}},"title":{"type":"string","minLength":1,"maxLength":120},"unit":{"type":"string","minLength":1,"maxLength":120},"phone":{"type":"string","pattern":"^[0-9+(][0-9 +().,/-]{2,31}$"},"nameChange":{"type":"object","additionalProperties":false,"required":["document","date"],"properties":{"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/date"}}},"privileged":{"type":"boolean"},"listed":{"type":"boolean"},"address":{"$ref":"#/$defs/address"},"addressDecision":{"$ref":"#/$defs/addressDecision"},"aliases":{"$ref":"#/$defs/aliases"},"absence":{"$ref":"#/$defs/absence"},"suspension":{"$ref":"#/$defs/suspension"},"restoration":{"$ref":"#/$defs/restoration"},"termination":{"$ref":"#/$defs/termination"},"passwordReset":{"$ref":"#/$defs/passwordReset"}}};
const schema54 = {"type":"string","pattern":"^[A-Z][A-Z0-9]*-[0-9]+$","maxLength":40};
const pattern24 = new RegExp("^[0-9+(][0-9 +().,/-]{2,31}$", "u");

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate35.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema53.required,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema53.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(func2(data0) > 40){
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/personId/maxLength",keyword:"maxLength",params:{limit: 40},schema:40,parentSchema:schema54,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern10.test(data0)){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/personId/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9]*-[0-9]+$"},schema:"^[A-Z][A-Z0-9]*-[0-9]+$",parentSchema:schema54,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/$defs/personId/type",keyword:"type",params:{type: "string"},schema:schema54.type,parentSchema:schema54,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func2(data1) > 120){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema53.properties.name,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func2(data1) < 1){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema53.properties.name,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema53.properties.name.type,parentSchema:schema53.properties.name,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.nameParts !== undefined){
let data2 = data.nameParts;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.family === undefined){
const err9 = {instancePath:instancePath+"/nameParts",schemaPath:"#/properties/nameParts/required",keyword:"required",params:{missingProperty: "family"},schema:schema53.properties.nameParts.required,parentSchema:schema53.properties.nameParts,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2.given === undefined){
const err10 = {instancePath:instancePath+"/nameParts",schemaPath:"#/properties/nameParts/required",keyword:"required",params:{missingProperty: "given"},schema:schema53.properties.nameParts.required,parentSchema:schema53.properties.nameParts,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key1 in data2){
if(!(((key1 === "family") || (key1 === "middle")) || (key1 === "given"))){
const err11 = {instancePath:instancePath+"/nameParts",schemaPath:"#/properties/nameParts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema53.properties.nameParts,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.family !== undefined){
let data3 = data2.family;
if(typeof data3 === "string"){
if(func2(data3) > 60){
const err12 = {instancePath:instancePath+"/nameParts/family",schemaPath:"#/properties/nameParts/properties/family/maxLength",keyword:"maxLength",params:{limit: 60},schema:60,parentSchema:schema53.properties.nameParts.properties.family,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(func2(data3) < 1){
const err13 = {instancePath:instancePath+"/nameParts/family",schemaPath:"#/properties/nameParts/properties/family/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema53.properties.nameParts.properties.family,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/nameParts/family",schemaPath:"#/properties/nameParts/properties/family/type",keyword:"type",params:{type: "string"},schema:schema53.properties.nameParts.properties.family.type,parentSchema:schema53.properties.nameParts.properties.family,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.middle !== undefined){
let data4 = data2.middle;
if(typeof data4 === "string"){
if(func2(data4) > 60){
const err15 = {instancePath:instancePath+"/nameParts/middle",schemaPath:"#/properties/nameParts/properties/middle/maxLength",keyword:"maxLength",params:{limit: 60},schema:60,parentSchema:schema53.properties.nameParts.properties.middle,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/nameParts/middle",schemaPath:"#/properties/nameParts/properties/middle/type",keyword:"type",params:{type: "string"},schema:schema53.properties.nameParts.properties.middle.type,parentSchema:schema53.properties.nameParts.properties.middle,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data2.given !== undefined){
let data5 = data2.given;
if(typeof data5 === "string"){
if(func2(data5) > 60){
const err17 = {instancePath:instancePath+"/nameParts/given",schemaPath:"#/properties/nameParts/properties/given/maxLength",keyword:"maxLength",params:{limit: 60},schema:60,parentSchema:schema53.properties.nameParts.properties.given,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func2(data5) < 1){
const err18 = {instancePath:instancePath+"/nameParts/given",schemaPath:"#/properties/nameParts/properties/given/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema53.properties.nameParts.properties.given,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/nameParts/given",schemaPath:"#/properties/nameParts/properties/given/type",keyword:"type",params:{type: "string"},schema:schema53.properties.nameParts.properties.given.type,parentSchema:schema53.properties.nameParts.properties.given,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/nameParts",schemaPath:"#/properties/nameParts/type",keyword:"type",params:{type: "object"},schema:schema53.properties.nameParts.type,parentSchema:schema53.properties.nameParts,data:data2};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.title !== undefined){
let data6 = data.title;
if(typeof data6 === "string"){
if(func2(data6) > 120){
const err21 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema53.properties.title,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(func2(data6) < 1){
const err22 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema53.properties.title,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},schema:schema53.properties.title.type,parentSchema:schema53.properties.title,data:data6};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.unit !== undefined){
let data7 = data.unit;
if(typeof data7 === "string"){
if(func2(data7) > 120){
const err24 = {instancePath:instancePath+"/unit",schemaPath:"#/properties/unit/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema53.properties.unit,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(func2(data7) < 1){
const err25 = {instancePath:instancePath+"/unit",schemaPath:"#/properties/unit/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema53.properties.unit,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/unit",schemaPath:"#/properties/unit/type",keyword:"type",params:{type: "string"},schema:schema53.properties.unit.type,parentSchema:schema53.properties.unit,data:data7};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.phone !== undefined){
let data8 = data.phone;
if(typeof data8 === "string"){
if(!pattern24.test(data8)){
const err27 = {instancePath:instancePath+"/phone",schemaPath:"#/properties/phone/pattern",keyword:"pattern",params:{pattern: "^[0-9+(][0-9 +().,/-]{2,31}$"},schema:"^[0-9+(][0-9 +().,/-]{2,31}$",parentSchema:schema53.properties.phone,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/phone",schemaPath:"#/properties/phone/type",keyword:"type",params:{type: "string"},schema:schema53.properties.phone.type,parentSchema:schema53.properties.phone,data:data8};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.nameChange !== undefined){
let data9 = data.nameChange;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.document === undefined){
const err29 = {instancePath:instancePath+"/nameChange",schemaPath:"#/properties/nameChange/required",keyword:"required",params:{missingProperty: "document"},schema:schema53.properties.nameChange.required,parentSchema:schema53.properties.nameChange,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data9.date === undefined){
const err30 = {instancePath:instancePath+"/nameChange",schemaPath:"#/properties/nameChange/required",keyword:"required",params:{missingProperty: "date"},schema:schema53.properties.nameChange.required,parentSchema:schema53.properties.nameChange,data:data9};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key2 in data9){
if(!((key2 === "document") || (key2 === "date"))){
const err31 = {instancePath:instancePath+"/nameChange",schemaPath:"#/properties/nameChange/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema53.properties.nameChange,data:data9};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data9.document !== undefined){
let data10 = data9.document;
if(typeof data10 === "string"){
if(func2(data10) > 120){
const err32 = {instancePath:instancePath+"/nameChange/document",schemaPath:"#/$defs/document/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema35,data:data10};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(func2(data10) < 1){
const err33 = {instancePath:instancePath+"/nameChange/document",schemaPath:"#/$defs/document/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema35,data:data10};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/nameChange/document",schemaPath:"#/$defs/document/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data10};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data9.date !== undefined){
let data11 = data9.date;
if(typeof data11 === "string"){
if(!pattern12.test(data11)){
const err35 = {instancePath:instancePath+"/nameChange/date",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema36,data:data11};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(!(formats0(data11))){
const err36 = {instancePath:instancePath+"/nameChange/date",schemaPath:"#/$defs/date/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema36,data:data11};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/nameChange/date",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},schema:schema36.type,parentSchema:schema36,data:data11};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/nameChange",schemaPath:"#/properties/nameChange/type",keyword:"type",params:{type: "object"},schema:schema53.properties.nameChange.type,parentSchema:schema53.properties.nameChange,data:data9};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.privileged !== undefined){
let data12 = data.privileged;
if(typeof data12 !== "boolean"){
const err39 = {instancePath:instancePath+"/privileged",schemaPath:"#/properties/privileged/type",keyword:"type",params:{type: "boolean"},schema:schema53.properties.privileged.type,parentSchema:schema53.properties.privileged,data:data12};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.listed !== undefined){
let data13 = data.listed;
if(typeof data13 !== "boolean"){
const err40 = {instancePath:instancePath+"/listed",schemaPath:"#/properties/listed/type",keyword:"type",params:{type: "boolean"},schema:schema53.properties.listed.type,parentSchema:schema53.properties.listed,data:data13};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.address !== undefined){
let data14 = data.address;
if(typeof data14 === "string"){
if(func2(data14) > 254){
const err41 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/maxLength",keyword:"maxLength",params:{limit: 254},schema:254,parentSchema:schema33,data:data14};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!pattern11.test(data14)){
const err42 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+$"},schema:"^[^@\\s]+@[^@\\s]+$",parentSchema:schema33,data:data14};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/type",keyword:"type",params:{type: "string"},schema:schema33.type,parentSchema:schema33,data:data14};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.addressDecision !== undefined){
if(!(validate22(data.addressDecision, {instancePath:instancePath+"/addressDecision",parentData:data,parentDataProperty:"addressDecision",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.aliases !== undefined){
let data16 = data.aliases;
if(Array.isArray(data16)){
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 === "string"){
if(func2(data17) > 254){
const err44 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/$defs/aliases/items/maxLength",keyword:"maxLength",params:{limit: 254},schema:254,parentSchema:schema37.items,data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(!pattern11.test(data17)){
const err45 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/$defs/aliases/items/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+$"},schema:"^[^@\\s]+@[^@\\s]+$",parentSchema:schema37.items,data:data17};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/aliases/" + i0,schemaPath:"#/$defs/aliases/items/type",keyword:"type",params:{type: "string"},schema:schema37.items.type,parentSchema:schema37.items,data:data17};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
let i1 = data16.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data16[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err47 = {instancePath:instancePath+"/aliases",schemaPath:"#/$defs/aliases/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema37,data:data16};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err48 = {instancePath:instancePath+"/aliases",schemaPath:"#/$defs/aliases/type",keyword:"type",params:{type: "array"},schema:schema37.type,parentSchema:schema37,data:data16};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.absence !== undefined){
if(!(validate24(data.absence, {instancePath:instancePath+"/absence",parentData:data,parentDataProperty:"absence",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
if(data.suspension !== undefined){
if(!(validate26(data.suspension, {instancePath:instancePath+"/suspension",parentData:data,parentDataProperty:"suspension",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.restoration !== undefined){
if(!(validate28(data.restoration, {instancePath:instancePath+"/restoration",parentData:data,parentDataProperty:"restoration",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
if(data.termination !== undefined){
if(!(validate30(data.termination, {instancePath:instancePath+"/termination",parentData:data,parentDataProperty:"termination",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.passwordReset !== undefined){
if(!(validate32(data.passwordReset, {instancePath:instancePath+"/passwordReset",parentData:data,parentDataProperty:"passwordReset",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
}
else {
const err49 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema53.type,parentSchema:schema53,data};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
validate35.errors = vErrors;
return errors === 0;
}
validate35.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:danhba:schema:organization" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.kind === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.code === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "code"},schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema31.properties.id,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},schema:schema31.properties.id.type,parentSchema:schema31.properties.id,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(func2(data1) > 250){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 250},schema:250,parentSchema:schema31.properties.name,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(func2(data1) < 1){
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema31.properties.name,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},schema:schema31.properties.name.type,parentSchema:schema31.properties.name,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.kind !== undefined){
let data2 = data.kind;
if(typeof data2 !== "string"){
const err10 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},schema:schema31.properties.kind.type,parentSchema:schema31.properties.kind,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!(((((((((data2 === "people-committee") || (data2 === "provincial")) || (data2 === "provincial-unit")) || (data2 === "district")) || (data2 === "city")) || (data2 === "district-room")) || (data2 === "commune")) || (data2 === "ward")) || (data2 === "town"))){
const err11 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.kind.enum},schema:schema31.properties.kind.enum,parentSchema:schema31.properties.kind,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.parent !== undefined){
let data3 = data.parent;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err12 = {instancePath:instancePath+"/parent",schemaPath:"#/properties/parent/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema31.properties.parent,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/parent",schemaPath:"#/properties/parent/type",keyword:"type",params:{type: "string"},schema:schema31.properties.parent.type,parentSchema:schema31.properties.parent,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.code !== undefined){
let data4 = data.code;
if(typeof data4 === "string"){
if(!pattern6.test(data4)){
const err14 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]{1,63}$"},schema:"^[a-z0-9]{1,63}$",parentSchema:schema31.properties.code,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"},schema:schema31.properties.code.type,parentSchema:schema31.properties.code,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.codeBasis !== undefined){
let data5 = data.codeBasis;
if(typeof data5 === "string"){
if(func2(data5) > 120){
const err16 = {instancePath:instancePath+"/codeBasis",schemaPath:"#/properties/codeBasis/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema31.properties.codeBasis,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(func2(data5) < 1){
const err17 = {instancePath:instancePath+"/codeBasis",schemaPath:"#/properties/codeBasis/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema31.properties.codeBasis,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/codeBasis",schemaPath:"#/properties/codeBasis/type",keyword:"type",params:{type: "string"},schema:schema31.properties.codeBasis.type,parentSchema:schema31.properties.codeBasis,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.personSuffix !== undefined){
let data6 = data.personSuffix;
if(typeof data6 === "string"){
if(func2(data6) > 63){
const err19 = {instancePath:instancePath+"/personSuffix",schemaPath:"#/properties/personSuffix/maxLength",keyword:"maxLength",params:{limit: 63},schema:63,parentSchema:schema31.properties.personSuffix,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern7.test(data6)){
const err20 = {instancePath:instancePath+"/personSuffix",schemaPath:"#/properties/personSuffix/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(\\.[a-z0-9]+)*$"},schema:"^[a-z0-9]+(\\.[a-z0-9]+)*$",parentSchema:schema31.properties.personSuffix,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/personSuffix",schemaPath:"#/properties/personSuffix/type",keyword:"type",params:{type: "string"},schema:schema31.properties.personSuffix.type,parentSchema:schema31.properties.personSuffix,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.representatives !== undefined){
let data7 = data.representatives;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 === "string"){
if(!pattern8.test(data8)){
const err22 = {instancePath:instancePath+"/representatives/" + i0,schemaPath:"#/properties/representatives/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$|^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[a-z0-9][a-z0-9_-]{0,99}$"},schema:"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$|^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[a-z0-9][a-z0-9_-]{0,99}$",parentSchema:schema31.properties.representatives.items,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/representatives/" + i0,schemaPath:"#/properties/representatives/items/type",keyword:"type",params:{type: "string"},schema:schema31.properties.representatives.items.type,parentSchema:schema31.properties.representatives.items,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
let i1 = data7.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data7[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err24 = {instancePath:instancePath+"/representatives",schemaPath:"#/properties/representatives/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema31.properties.representatives,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err25 = {instancePath:instancePath+"/representatives",schemaPath:"#/properties/representatives/type",keyword:"type",params:{type: "array"},schema:schema31.properties.representatives.type,parentSchema:schema31.properties.representatives,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.credentialRecipients !== undefined){
let data9 = data.credentialRecipients;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i2=0; i2<len1; i2++){
let data10 = data9[i2];
if(typeof data10 === "string"){
if(!pattern9.test(data10)){
const err26 = {instancePath:instancePath+"/credentialRecipients/" + i2,schemaPath:"#/properties/credentialRecipients/items/pattern",keyword:"pattern",params:{pattern: "^age1[02-9ac-hj-np-z]{58}$"},schema:"^age1[02-9ac-hj-np-z]{58}$",parentSchema:schema31.properties.credentialRecipients.items,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/credentialRecipients/" + i2,schemaPath:"#/properties/credentialRecipients/items/type",keyword:"type",params:{type: "string"},schema:schema31.properties.credentialRecipients.items.type,parentSchema:schema31.properties.credentialRecipients.items,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
let i3 = data9.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data9[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err28 = {instancePath:instancePath+"/credentialRecipients",schemaPath:"#/properties/credentialRecipients/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},schema:true,parentSchema:schema31.properties.credentialRecipients,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err29 = {instancePath:instancePath+"/credentialRecipients",schemaPath:"#/properties/credentialRecipients/type",keyword:"type",params:{type: "array"},schema:schema31.properties.credentialRecipients.type,parentSchema:schema31.properties.credentialRecipients,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.mailbox !== undefined){
let data11 = data.mailbox;
const _errs25 = errors;
let valid7 = true;
const _errs26 = errors;
if(typeof data11 !== "string"){
const err30 = {};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var _valid0 = _errs26 === errors;
errors = _errs25;
if(vErrors !== null){
if(_errs25){
vErrors.length = _errs25;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs28 = errors;
if("none" !== data11){
const err31 = {instancePath:instancePath+"/mailbox",schemaPath:"#/properties/mailbox/then/const",keyword:"const",params:{allowedValue: "none"},schema:"none",parentSchema:schema31.properties.mailbox.then,data:data11};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var _valid0 = _errs28 === errors;
valid7 = _valid0;
ifClause0 = "then";
}
else {
const _errs29 = errors;
if(!(validate21(data11, {instancePath:instancePath+"/mailbox",parentData:data,parentDataProperty:"mailbox",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var _valid0 = _errs29 === errors;
valid7 = _valid0;
ifClause0 = "else";
}
if(!valid7){
const err32 = {instancePath:instancePath+"/mailbox",schemaPath:"#/properties/mailbox/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema31.properties.mailbox.if,parentSchema:schema31.properties.mailbox,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.people !== undefined){
let data12 = data.people;
if(Array.isArray(data12)){
const len2 = data12.length;
for(let i4=0; i4<len2; i4++){
if(!(validate35(data12[i4], {instancePath:instancePath+"/people/" + i4,parentData:data12,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
}
else {
const err33 = {instancePath:instancePath+"/people",schemaPath:"#/properties/people/type",keyword:"type",params:{type: "array"},schema:schema31.properties.people.type,parentSchema:schema31.properties.people,data:data12};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.dissolved !== undefined){
let data14 = data.dissolved;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.document === undefined){
const err34 = {instancePath:instancePath+"/dissolved",schemaPath:"#/properties/dissolved/required",keyword:"required",params:{missingProperty: "document"},schema:schema31.properties.dissolved.required,parentSchema:schema31.properties.dissolved,data:data14};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data14.date === undefined){
const err35 = {instancePath:instancePath+"/dissolved",schemaPath:"#/properties/dissolved/required",keyword:"required",params:{missingProperty: "date"},schema:schema31.properties.dissolved.required,parentSchema:schema31.properties.dissolved,data:data14};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key1 in data14){
if(!(((key1 === "document") || (key1 === "date")) || (key1 === "successor"))){
const err36 = {instancePath:instancePath+"/dissolved",schemaPath:"#/properties/dissolved/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema31.properties.dissolved,data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data14.document !== undefined){
let data15 = data14.document;
if(typeof data15 === "string"){
if(func2(data15) > 120){
const err37 = {instancePath:instancePath+"/dissolved/document",schemaPath:"#/$defs/document/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema35,data:data15};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(func2(data15) < 1){
const err38 = {instancePath:instancePath+"/dissolved/document",schemaPath:"#/$defs/document/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema35,data:data15};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/dissolved/document",schemaPath:"#/$defs/document/type",keyword:"type",params:{type: "string"},schema:schema35.type,parentSchema:schema35,data:data15};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data14.date !== undefined){
let data16 = data14.date;
if(typeof data16 === "string"){
if(!pattern12.test(data16)){
const err40 = {instancePath:instancePath+"/dissolved/date",schemaPath:"#/properties/dissolved/properties/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema31.properties.dissolved.properties.date,data:data16};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(!(formats0(data16))){
const err41 = {instancePath:instancePath+"/dissolved/date",schemaPath:"#/properties/dissolved/properties/date/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema31.properties.dissolved.properties.date,data:data16};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/dissolved/date",schemaPath:"#/properties/dissolved/properties/date/type",keyword:"type",params:{type: "string"},schema:schema31.properties.dissolved.properties.date.type,parentSchema:schema31.properties.dissolved.properties.date,data:data16};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data14.successor !== undefined){
let data17 = data14.successor;
if(typeof data17 === "string"){
if(!pattern4.test(data17)){
const err43 = {instancePath:instancePath+"/dissolved/successor",schemaPath:"#/properties/dissolved/properties/successor/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema31.properties.dissolved.properties.successor,data:data17};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/dissolved/successor",schemaPath:"#/properties/dissolved/properties/successor/type",keyword:"type",params:{type: "string"},schema:schema31.properties.dissolved.properties.successor.type,parentSchema:schema31.properties.dissolved.properties.successor,data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/dissolved",schemaPath:"#/properties/dissolved/type",keyword:"type",params:{type: "object"},schema:schema31.properties.dissolved.type,parentSchema:schema31.properties.dissolved,data:data14};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

exports.policy = validate43;
const schema60 = {"$id":"urn:danhba:schema:policy","type":"object","additionalProperties":false,"required":["domain","baseDn","province","operator","language","naming","reserved","governmentDomains","lifecycle","deadlines","passwords","guard"],"properties":{"domain":{"type":"string","pattern":"^[a-z0-9-]+(\\.[a-z0-9-]+)+$","maxLength":253},"baseDn":{"type":"string","minLength":3,"maxLength":500,"pattern":"^[A-Za-z][A-Za-z0-9-]*="},"containers":{"type":"object","additionalProperties":false,"properties":{"people":{"type":"string","pattern":"^(ou|cn)=[A-Za-z0-9_-]+$","maxLength":100},"organizations":{"type":"string","pattern":"^(ou|cn)=[A-Za-z0-9_-]+$","maxLength":100}}},"replicas":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^ldaps?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$","maxLength":300}},"province":{"type":"string","minLength":1,"maxLength":60},"operator":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"},"operators":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$"}},"operatorPhone":{"type":"string","pattern":"^[0-9+(][0-9 +().,/-]{2,31}$"},"webmail":{"type":"string","pattern":"^https://[a-z0-9-]+(\\.[a-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$","maxLength":100},"language":{"type":"string","enum":["vi","en"]},"naming":{"type":"object","additionalProperties":false,"required":["forms","fixed"],"properties":{"forms":{"type":"object","additionalProperties":false,"required":["people-committee","provincial","provincial-unit","district","city","district-room","commune","ward","town","person"],"properties":{"people-committee":{"type":"string","pattern":"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},"provincial":{"type":"string","pattern":"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},"provincial-unit":{"type":"string","pattern":"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},"district":{"type":"string","pattern":"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},"city":{"type":"string","pattern":"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},"district-room":{"type":"string","pattern":"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},"commune":{"type":"string","pattern":"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},"ward":{"type":"string","pattern":"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},"town":{"type":"string","pattern":"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},"commune-of-province":{"type":"string","pattern":"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},"ward-of-province":{"type":"string","pattern":"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},"town-of-province":{"type":"string","pattern":"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},"person":{"type":"string","pattern":"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"}}},"legacyDomains":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9-]+(\\.[a-z0-9-]+)+$","maxLength":253}},"legacyUntil":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"fixed":{"type":"object","additionalProperties":false,"required":["people-committee","city"],"properties":{"people-committee":{"type":"string","pattern":"^[a-z0-9]+$"},"city":{"type":"string","pattern":"^[a-z0-9]+$"}}}}},"reserved":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9]+([.-][a-z0-9]+)*$","maxLength":64}},"governmentDomains":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[a-z0-9-]+(\\.[a-z0-9-]+)+$","maxLength":253}},"lifecycle":{"type":"object","additionalProperties":false,"required":["suspendAfterMonths","deleteAfterNoticeMonths","keepTerminatedMonths","tombstoneYears","warnDays"],"properties":{"suspendAfterMonths":{"type":"integer","minimum":1,"maximum":120},"deleteAfterNoticeMonths":{"type":"integer","minimum":1,"maximum":240},"keepTerminatedMonths":{"type":"integer","minimum":0,"maximum":240},"tombstoneYears":{"type":"integer","minimum":0,"maximum":100},"aliasMonths":{"type":"integer","minimum":0,"maximum":120},"warnDays":{"type":"integer","minimum":0,"maximum":365}}},"deadlines":{"type":"object","additionalProperties":false,"required":["issueWorkingDays","terminateWorkingDays","restoreWorkingDays","notifyDays"],"properties":{"issueWorkingDays":{"type":"integer","minimum":1,"maximum":60},"terminateWorkingDays":{"type":"integer","minimum":1,"maximum":60},"restoreWorkingDays":{"type":"integer","minimum":1,"maximum":60},"notifyDays":{"type":"integer","minimum":1,"maximum":365}}},"passwords":{"type":"object","additionalProperties":false,"required":["user","administrator"],"properties":{"page":{"type":"string","pattern":"^https://[a-z0-9-]+(\\.[a-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$","maxLength":100},"onCustodianChange":{"type":"string","enum":["reset","remind"]},"user":{"type":"object","additionalProperties":false,"required":["minLength","maxAgeMonths"],"properties":{"minLength":{"type":"integer","minimum":1,"maximum":128},"maxAgeMonths":{"type":"integer","minimum":1,"maximum":120}}},"administrator":{"type":"object","additionalProperties":false,"required":["minLength","maxAgeMonths"],"properties":{"minLength":{"type":"integer","minimum":1,"maximum":128},"maxAgeMonths":{"type":"integer","minimum":1,"maximum":120}}}}},"mail":{"type":"object","additionalProperties":false,"properties":{"forwarding":{"enum":["report","deactivate","suspend"]},"quotas":{"type":"object","additionalProperties":false,"properties":{"person":{"type":"integer","minimum":1,"maximum":10000000},"organization":{"type":"integer","minimum":1,"maximum":10000000}}}}},"notices":{"type":"object","additionalProperties":false,"properties":{"regulation":{"type":"string","minLength":10,"maxLength":500},"body":{"type":"string","minLength":3,"maxLength":120},"parentBody":{"type":"string","minLength":3,"maxLength":120},"code":{"type":"string","pattern":"^[A-ZĐ][A-Z0-9Đ&-]{0,19}$"},"department":{"type":"string","pattern":"^[A-ZĐ][A-Z0-9Đ&-]{0,19}$"},"place":{"type":"string","minLength":2,"maxLength":60},"contact":{"type":"string","minLength":5,"maxLength":300},"signer":{"type":"object","additionalProperties":false,"properties":{"title":{"type":"string","minLength":2,"maxLength":60},"name":{"type":"string","minLength":2,"maxLength":60},"onBehalf":{"type":"string","enum":["KT","TL"]},"ownTitle":{"type":"string","minLength":2,"maxLength":60}}},"templates":{"type":"object","additionalProperties":false,"properties":{"suspension":{"type":"string","pattern":"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$","maxLength":200},"deletion":{"type":"string","pattern":"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$","maxLength":200},"issue":{"type":"string","pattern":"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$","maxLength":200},"change":{"type":"string","pattern":"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$","maxLength":200},"reset":{"type":"string","pattern":"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$","maxLength":200},"termination":{"type":"string","pattern":"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$","maxLength":200},"restoration":{"type":"string","pattern":"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$","maxLength":200}}}}},"unmanaged":{"type":"array","uniqueItems":true,"items":{"enum":["title","ou","telephoneNumber","givenName","o","businessCategory"]}},"publish":{"type":"object","additionalProperties":false,"properties":{"people":{"type":"boolean"},"titles":{"type":"boolean"},"units":{"type":"boolean"},"phones":{"type":"boolean"}}},"guard":{"type":"object","additionalProperties":false,"required":["run","organization","protected"],"properties":{"run":{"type":"object","additionalProperties":false,"required":["share","count"],"properties":{"share":{"type":"number","minimum":0,"maximum":100},"count":{"type":"integer","minimum":0,"maximum":1000000}}},"organization":{"type":"object","additionalProperties":false,"required":["share","count"],"properties":{"share":{"type":"number","minimum":0,"maximum":100},"count":{"type":"integer","minimum":0,"maximum":1000000}}},"protected":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^(person:[A-Z][A-Z0-9]*-[0-9]+|organization:[a-z0-9][a-z0-9-]{0,62})$"}}}}}};
const func0 = function equal(a, b) {
  if (a === b) return true;

  if (a && b && typeof a == 'object' && typeof b == 'object') {
    if (a.constructor !== b.constructor) return false;

    var length, i, keys;
    if (Array.isArray(a)) {
      length = a.length;
      if (length != b.length) return false;
      for (i = length; i-- !== 0;)
        if (!equal(a[i], b[i])) return false;
      return true;
    }



    if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
    if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
    if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();

    keys = Object.keys(a);
    length = keys.length;
    if (length !== Object.keys(b).length) return false;

    for (i = length; i-- !== 0;)
      if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;

    for (i = length; i-- !== 0;) {
      var key = keys[i];

      if (!equal(a[key], b[key])) return false;
    }

    return true;
  }

  // true if both NaN, false otherwise
  return a!==a && b!==b;
};
const pattern30 = new RegExp("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", "u");
const pattern31 = new RegExp("^[A-Za-z][A-Za-z0-9-]*=", "u");
const pattern32 = new RegExp("^(ou|cn)=[A-Za-z0-9_-]+$", "u");
const pattern34 = new RegExp("^ldaps?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$", "u");
const pattern36 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$", "u");
const pattern38 = new RegExp("^https://[a-z0-9-]+(\\.[a-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$", "u");
const pattern39 = new RegExp("^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$", "u");
const pattern54 = new RegExp("^[a-z0-9]+$", "u");
const pattern56 = new RegExp("^[a-z0-9]+([.-][a-z0-9]+)*$", "u");
const pattern59 = new RegExp("^[A-ZĐ][A-Z0-9Đ&-]{0,19}$", "u");
const pattern61 = new RegExp("^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$", "u");
const pattern68 = new RegExp("^(person:[A-Z][A-Z0-9]*-[0-9]+|organization:[a-z0-9][a-z0-9-]{0,62})$", "u");

function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:danhba:schema:policy" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate43.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.domain === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "domain"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.baseDn === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "baseDn"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.province === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "province"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.operator === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "operator"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.language === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "language"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.naming === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "naming"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.reserved === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reserved"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.governmentDomains === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "governmentDomains"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.lifecycle === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "lifecycle"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.deadlines === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "deadlines"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.passwords === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "passwords"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.guard === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "guard"},schema:schema60.required,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema60.properties, key0))){
const err12 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.domain !== undefined){
let data0 = data.domain;
if(typeof data0 === "string"){
if(func2(data0) > 253){
const err13 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/maxLength",keyword:"maxLength",params:{limit: 253},schema:253,parentSchema:schema60.properties.domain,data:data0};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!pattern30.test(data0)){
const err14 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+(\\.[a-z0-9-]+)+$"},schema:"^[a-z0-9-]+(\\.[a-z0-9-]+)+$",parentSchema:schema60.properties.domain,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/type",keyword:"type",params:{type: "string"},schema:schema60.properties.domain.type,parentSchema:schema60.properties.domain,data:data0};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.baseDn !== undefined){
let data1 = data.baseDn;
if(typeof data1 === "string"){
if(func2(data1) > 500){
const err16 = {instancePath:instancePath+"/baseDn",schemaPath:"#/properties/baseDn/maxLength",keyword:"maxLength",params:{limit: 500},schema:500,parentSchema:schema60.properties.baseDn,data:data1};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(func2(data1) < 3){
const err17 = {instancePath:instancePath+"/baseDn",schemaPath:"#/properties/baseDn/minLength",keyword:"minLength",params:{limit: 3},schema:3,parentSchema:schema60.properties.baseDn,data:data1};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!pattern31.test(data1)){
const err18 = {instancePath:instancePath+"/baseDn",schemaPath:"#/properties/baseDn/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]*="},schema:"^[A-Za-z][A-Za-z0-9-]*=",parentSchema:schema60.properties.baseDn,data:data1};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/baseDn",schemaPath:"#/properties/baseDn/type",keyword:"type",params:{type: "string"},schema:schema60.properties.baseDn.type,parentSchema:schema60.properties.baseDn,data:data1};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.containers !== undefined){
let data2 = data.containers;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!((key1 === "people") || (key1 === "organizations"))){
const err20 = {instancePath:instancePath+"/containers",schemaPath:"#/properties/containers/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema60.properties.containers,data:data2};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data2.people !== undefined){
let data3 = data2.people;
if(typeof data3 === "string"){
if(func2(data3) > 100){
const err21 = {instancePath:instancePath+"/containers/people",schemaPath:"#/properties/containers/properties/people/maxLength",keyword:"maxLength",params:{limit: 100},schema:100,parentSchema:schema60.properties.containers.properties.people,data:data3};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern32.test(data3)){
const err22 = {instancePath:instancePath+"/containers/people",schemaPath:"#/properties/containers/properties/people/pattern",keyword:"pattern",params:{pattern: "^(ou|cn)=[A-Za-z0-9_-]+$"},schema:"^(ou|cn)=[A-Za-z0-9_-]+$",parentSchema:schema60.properties.containers.properties.people,data:data3};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/containers/people",schemaPath:"#/properties/containers/properties/people/type",keyword:"type",params:{type: "string"},schema:schema60.properties.containers.properties.people.type,parentSchema:schema60.properties.containers.properties.people,data:data3};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data2.organizations !== undefined){
let data4 = data2.organizations;
if(typeof data4 === "string"){
if(func2(data4) > 100){
const err24 = {instancePath:instancePath+"/containers/organizations",schemaPath:"#/properties/containers/properties/organizations/maxLength",keyword:"maxLength",params:{limit: 100},schema:100,parentSchema:schema60.properties.containers.properties.organizations,data:data4};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern32.test(data4)){
const err25 = {instancePath:instancePath+"/containers/organizations",schemaPath:"#/properties/containers/properties/organizations/pattern",keyword:"pattern",params:{pattern: "^(ou|cn)=[A-Za-z0-9_-]+$"},schema:"^(ou|cn)=[A-Za-z0-9_-]+$",parentSchema:schema60.properties.containers.properties.organizations,data:data4};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/containers/organizations",schemaPath:"#/properties/containers/properties/organizations/type",keyword:"type",params:{type: "string"},schema:schema60.properties.containers.properties.organizations.type,parentSchema:schema60.properties.containers.properties.organizations,data:data4};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/containers",schemaPath:"#/properties/containers/type",keyword:"type",params:{type: "object"},schema:schema60.properties.containers.type,parentSchema:schema60.properties.containers,data:data2};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.replicas !== undefined){
let data5 = data.replicas;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(typeof data6 === "string"){
if(func2(data6) > 300){
const err28 = {instancePath:instancePath+"/replicas/" + i0,schemaPath:"#/properties/replicas/items/maxLength",keyword:"maxLength",params:{limit: 300},schema:300,parentSchema:schema60.properties.replicas.items,data:data6};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!pattern34.test(data6)){
const err29 = {instancePath:instancePath+"/replicas/" + i0,schemaPath:"#/properties/replicas/items/pattern",keyword:"pattern",params:{pattern: "^ldaps?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$"},schema:"^ldaps?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$",parentSchema:schema60.properties.replicas.items,data:data6};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/replicas/" + i0,schemaPath:"#/properties/replicas/items/type",keyword:"type",params:{type: "string"},schema:schema60.properties.replicas.items.type,parentSchema:schema60.properties.replicas.items,data:data6};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
let i1 = data5.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data5[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err31 = {instancePath:instancePath+"/replicas",schemaPath:"#/properties/replicas/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema60.properties.replicas,data:data5};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err32 = {instancePath:instancePath+"/replicas",schemaPath:"#/properties/replicas/type",keyword:"type",params:{type: "array"},schema:schema60.properties.replicas.type,parentSchema:schema60.properties.replicas,data:data5};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.province !== undefined){
let data7 = data.province;
if(typeof data7 === "string"){
if(func2(data7) > 60){
const err33 = {instancePath:instancePath+"/province",schemaPath:"#/properties/province/maxLength",keyword:"maxLength",params:{limit: 60},schema:60,parentSchema:schema60.properties.province,data:data7};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(func2(data7) < 1){
const err34 = {instancePath:instancePath+"/province",schemaPath:"#/properties/province/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema60.properties.province,data:data7};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/province",schemaPath:"#/properties/province/type",keyword:"type",params:{type: "string"},schema:schema60.properties.province.type,parentSchema:schema60.properties.province,data:data7};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.operator !== undefined){
let data8 = data.operator;
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
const err36 = {instancePath:instancePath+"/operator",schemaPath:"#/properties/operator/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema60.properties.operator,data:data8};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/operator",schemaPath:"#/properties/operator/type",keyword:"type",params:{type: "string"},schema:schema60.properties.operator.type,parentSchema:schema60.properties.operator,data:data8};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.operators !== undefined){
let data9 = data.operators;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i2=0; i2<len1; i2++){
let data10 = data9[i2];
if(typeof data10 === "string"){
if(!pattern36.test(data10)){
const err38 = {instancePath:instancePath+"/operators/" + i2,schemaPath:"#/properties/operators/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$"},schema:"^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$",parentSchema:schema60.properties.operators.items,data:data10};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/operators/" + i2,schemaPath:"#/properties/operators/items/type",keyword:"type",params:{type: "string"},schema:schema60.properties.operators.items.type,parentSchema:schema60.properties.operators.items,data:data10};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
let i3 = data9.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data9[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err40 = {instancePath:instancePath+"/operators",schemaPath:"#/properties/operators/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},schema:true,parentSchema:schema60.properties.operators,data:data9};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err41 = {instancePath:instancePath+"/operators",schemaPath:"#/properties/operators/type",keyword:"type",params:{type: "array"},schema:schema60.properties.operators.type,parentSchema:schema60.properties.operators,data:data9};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.operatorPhone !== undefined){
let data11 = data.operatorPhone;
if(typeof data11 === "string"){
if(!pattern24.test(data11)){
const err42 = {instancePath:instancePath+"/operatorPhone",schemaPath:"#/properties/operatorPhone/pattern",keyword:"pattern",params:{pattern: "^[0-9+(][0-9 +().,/-]{2,31}$"},schema:"^[0-9+(][0-9 +().,/-]{2,31}$",parentSchema:schema60.properties.operatorPhone,data:data11};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/operatorPhone",schemaPath:"#/properties/operatorPhone/type",keyword:"type",params:{type: "string"},schema:schema60.properties.operatorPhone.type,parentSchema:schema60.properties.operatorPhone,data:data11};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.webmail !== undefined){
let data12 = data.webmail;
if(typeof data12 === "string"){
if(func2(data12) > 100){
const err44 = {instancePath:instancePath+"/webmail",schemaPath:"#/properties/webmail/maxLength",keyword:"maxLength",params:{limit: 100},schema:100,parentSchema:schema60.properties.webmail,data:data12};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(!pattern38.test(data12)){
const err45 = {instancePath:instancePath+"/webmail",schemaPath:"#/properties/webmail/pattern",keyword:"pattern",params:{pattern: "^https://[a-z0-9-]+(\\.[a-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$"},schema:"^https://[a-z0-9-]+(\\.[a-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$",parentSchema:schema60.properties.webmail,data:data12};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/webmail",schemaPath:"#/properties/webmail/type",keyword:"type",params:{type: "string"},schema:schema60.properties.webmail.type,parentSchema:schema60.properties.webmail,data:data12};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.language !== undefined){
let data13 = data.language;
if(typeof data13 !== "string"){
const err47 = {instancePath:instancePath+"/language",schemaPath:"#/properties/language/type",keyword:"type",params:{type: "string"},schema:schema60.properties.language.type,parentSchema:schema60.properties.language,data:data13};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!((data13 === "vi") || (data13 === "en"))){
const err48 = {instancePath:instancePath+"/language",schemaPath:"#/properties/language/enum",keyword:"enum",params:{allowedValues: schema60.properties.language.enum},schema:schema60.properties.language.enum,parentSchema:schema60.properties.language,data:data13};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data.naming !== undefined){
let data14 = data.naming;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.forms === undefined){
const err49 = {instancePath:instancePath+"/naming",schemaPath:"#/properties/naming/required",keyword:"required",params:{missingProperty: "forms"},schema:schema60.properties.naming.required,parentSchema:schema60.properties.naming,data:data14};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data14.fixed === undefined){
const err50 = {instancePath:instancePath+"/naming",schemaPath:"#/properties/naming/required",keyword:"required",params:{missingProperty: "fixed"},schema:schema60.properties.naming.required,parentSchema:schema60.properties.naming,data:data14};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
for(const key2 in data14){
if(!((((key2 === "forms") || (key2 === "legacyDomains")) || (key2 === "legacyUntil")) || (key2 === "fixed"))){
const err51 = {instancePath:instancePath+"/naming",schemaPath:"#/properties/naming/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema60.properties.naming,data:data14};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data14.forms !== undefined){
let data15 = data14.forms;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15["people-committee"] === undefined){
const err52 = {instancePath:instancePath+"/naming/forms",schemaPath:"#/properties/naming/properties/forms/required",keyword:"required",params:{missingProperty: "people-committee"},schema:schema60.properties.naming.properties.forms.required,parentSchema:schema60.properties.naming.properties.forms,data:data15};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data15.provincial === undefined){
const err53 = {instancePath:instancePath+"/naming/forms",schemaPath:"#/properties/naming/properties/forms/required",keyword:"required",params:{missingProperty: "provincial"},schema:schema60.properties.naming.properties.forms.required,parentSchema:schema60.properties.naming.properties.forms,data:data15};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data15["provincial-unit"] === undefined){
const err54 = {instancePath:instancePath+"/naming/forms",schemaPath:"#/properties/naming/properties/forms/required",keyword:"required",params:{missingProperty: "provincial-unit"},schema:schema60.properties.naming.properties.forms.required,parentSchema:schema60.properties.naming.properties.forms,data:data15};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data15.district === undefined){
const err55 = {instancePath:instancePath+"/naming/forms",schemaPath:"#/properties/naming/properties/forms/required",keyword:"required",params:{missingProperty: "district"},schema:schema60.properties.naming.properties.forms.required,parentSchema:schema60.properties.naming.properties.forms,data:data15};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data15.city === undefined){
const err56 = {instancePath:instancePath+"/naming/forms",schemaPath:"#/properties/naming/properties/forms/required",keyword:"required",params:{missingProperty: "city"},schema:schema60.properties.naming.properties.forms.required,parentSchema:schema60.properties.naming.properties.forms,data:data15};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data15["district-room"] === undefined){
const err57 = {instancePath:instancePath+"/naming/forms",schemaPath:"#/properties/naming/properties/forms/required",keyword:"required",params:{missingProperty: "district-room"},schema:schema60.properties.naming.properties.forms.required,parentSchema:schema60.properties.naming.properties.forms,data:data15};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data15.commune === undefined){
const err58 = {instancePath:instancePath+"/naming/forms",schemaPath:"#/properties/naming/properties/forms/required",keyword:"required",params:{missingProperty: "commune"},schema:schema60.properties.naming.properties.forms.required,parentSchema:schema60.properties.naming.properties.forms,data:data15};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data15.ward === undefined){
const err59 = {instancePath:instancePath+"/naming/forms",schemaPath:"#/properties/naming/properties/forms/required",keyword:"required",params:{missingProperty: "ward"},schema:schema60.properties.naming.properties.forms.required,parentSchema:schema60.properties.naming.properties.forms,data:data15};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data15.town === undefined){
const err60 = {instancePath:instancePath+"/naming/forms",schemaPath:"#/properties/naming/properties/forms/required",keyword:"required",params:{missingProperty: "town"},schema:schema60.properties.naming.properties.forms.required,parentSchema:schema60.properties.naming.properties.forms,data:data15};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data15.person === undefined){
const err61 = {instancePath:instancePath+"/naming/forms",schemaPath:"#/properties/naming/properties/forms/required",keyword:"required",params:{missingProperty: "person"},schema:schema60.properties.naming.properties.forms.required,parentSchema:schema60.properties.naming.properties.forms,data:data15};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
for(const key3 in data15){
if(!(func1.call(schema60.properties.naming.properties.forms.properties, key3))){
const err62 = {instancePath:instancePath+"/naming/forms",schemaPath:"#/properties/naming/properties/forms/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema60.properties.naming.properties.forms,data:data15};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data15["people-committee"] !== undefined){
let data16 = data15["people-committee"];
if(typeof data16 === "string"){
if(!pattern39.test(data16)){
const err63 = {instancePath:instancePath+"/naming/forms/people-committee",schemaPath:"#/properties/naming/properties/forms/properties/people-committee/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},schema:"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$",parentSchema:schema60.properties.naming.properties.forms.properties["people-committee"],data:data16};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/naming/forms/people-committee",schemaPath:"#/properties/naming/properties/forms/properties/people-committee/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.forms.properties["people-committee"].type,parentSchema:schema60.properties.naming.properties.forms.properties["people-committee"],data:data16};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data15.provincial !== undefined){
let data17 = data15.provincial;
if(typeof data17 === "string"){
if(!pattern39.test(data17)){
const err65 = {instancePath:instancePath+"/naming/forms/provincial",schemaPath:"#/properties/naming/properties/forms/properties/provincial/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},schema:"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$",parentSchema:schema60.properties.naming.properties.forms.properties.provincial,data:data17};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/naming/forms/provincial",schemaPath:"#/properties/naming/properties/forms/properties/provincial/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.forms.properties.provincial.type,parentSchema:schema60.properties.naming.properties.forms.properties.provincial,data:data17};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data15["provincial-unit"] !== undefined){
let data18 = data15["provincial-unit"];
if(typeof data18 === "string"){
if(!pattern39.test(data18)){
const err67 = {instancePath:instancePath+"/naming/forms/provincial-unit",schemaPath:"#/properties/naming/properties/forms/properties/provincial-unit/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},schema:"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$",parentSchema:schema60.properties.naming.properties.forms.properties["provincial-unit"],data:data18};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/naming/forms/provincial-unit",schemaPath:"#/properties/naming/properties/forms/properties/provincial-unit/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.forms.properties["provincial-unit"].type,parentSchema:schema60.properties.naming.properties.forms.properties["provincial-unit"],data:data18};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data15.district !== undefined){
let data19 = data15.district;
if(typeof data19 === "string"){
if(!pattern39.test(data19)){
const err69 = {instancePath:instancePath+"/naming/forms/district",schemaPath:"#/properties/naming/properties/forms/properties/district/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},schema:"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$",parentSchema:schema60.properties.naming.properties.forms.properties.district,data:data19};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/naming/forms/district",schemaPath:"#/properties/naming/properties/forms/properties/district/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.forms.properties.district.type,parentSchema:schema60.properties.naming.properties.forms.properties.district,data:data19};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data15.city !== undefined){
let data20 = data15.city;
if(typeof data20 === "string"){
if(!pattern39.test(data20)){
const err71 = {instancePath:instancePath+"/naming/forms/city",schemaPath:"#/properties/naming/properties/forms/properties/city/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},schema:"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$",parentSchema:schema60.properties.naming.properties.forms.properties.city,data:data20};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/naming/forms/city",schemaPath:"#/properties/naming/properties/forms/properties/city/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.forms.properties.city.type,parentSchema:schema60.properties.naming.properties.forms.properties.city,data:data20};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data15["district-room"] !== undefined){
let data21 = data15["district-room"];
if(typeof data21 === "string"){
if(!pattern39.test(data21)){
const err73 = {instancePath:instancePath+"/naming/forms/district-room",schemaPath:"#/properties/naming/properties/forms/properties/district-room/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},schema:"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$",parentSchema:schema60.properties.naming.properties.forms.properties["district-room"],data:data21};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/naming/forms/district-room",schemaPath:"#/properties/naming/properties/forms/properties/district-room/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.forms.properties["district-room"].type,parentSchema:schema60.properties.naming.properties.forms.properties["district-room"],data:data21};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data15.commune !== undefined){
let data22 = data15.commune;
if(typeof data22 === "string"){
if(!pattern39.test(data22)){
const err75 = {instancePath:instancePath+"/naming/forms/commune",schemaPath:"#/properties/naming/properties/forms/properties/commune/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},schema:"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$",parentSchema:schema60.properties.naming.properties.forms.properties.commune,data:data22};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/naming/forms/commune",schemaPath:"#/properties/naming/properties/forms/properties/commune/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.forms.properties.commune.type,parentSchema:schema60.properties.naming.properties.forms.properties.commune,data:data22};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data15.ward !== undefined){
let data23 = data15.ward;
if(typeof data23 === "string"){
if(!pattern39.test(data23)){
const err77 = {instancePath:instancePath+"/naming/forms/ward",schemaPath:"#/properties/naming/properties/forms/properties/ward/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},schema:"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$",parentSchema:schema60.properties.naming.properties.forms.properties.ward,data:data23};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/naming/forms/ward",schemaPath:"#/properties/naming/properties/forms/properties/ward/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.forms.properties.ward.type,parentSchema:schema60.properties.naming.properties.forms.properties.ward,data:data23};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data15.town !== undefined){
let data24 = data15.town;
if(typeof data24 === "string"){
if(!pattern39.test(data24)){
const err79 = {instancePath:instancePath+"/naming/forms/town",schemaPath:"#/properties/naming/properties/forms/properties/town/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},schema:"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$",parentSchema:schema60.properties.naming.properties.forms.properties.town,data:data24};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/naming/forms/town",schemaPath:"#/properties/naming/properties/forms/properties/town/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.forms.properties.town.type,parentSchema:schema60.properties.naming.properties.forms.properties.town,data:data24};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data15["commune-of-province"] !== undefined){
let data25 = data15["commune-of-province"];
if(typeof data25 === "string"){
if(!pattern39.test(data25)){
const err81 = {instancePath:instancePath+"/naming/forms/commune-of-province",schemaPath:"#/properties/naming/properties/forms/properties/commune-of-province/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},schema:"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$",parentSchema:schema60.properties.naming.properties.forms.properties["commune-of-province"],data:data25};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/naming/forms/commune-of-province",schemaPath:"#/properties/naming/properties/forms/properties/commune-of-province/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.forms.properties["commune-of-province"].type,parentSchema:schema60.properties.naming.properties.forms.properties["commune-of-province"],data:data25};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data15["ward-of-province"] !== undefined){
let data26 = data15["ward-of-province"];
if(typeof data26 === "string"){
if(!pattern39.test(data26)){
const err83 = {instancePath:instancePath+"/naming/forms/ward-of-province",schemaPath:"#/properties/naming/properties/forms/properties/ward-of-province/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},schema:"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$",parentSchema:schema60.properties.naming.properties.forms.properties["ward-of-province"],data:data26};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/naming/forms/ward-of-province",schemaPath:"#/properties/naming/properties/forms/properties/ward-of-province/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.forms.properties["ward-of-province"].type,parentSchema:schema60.properties.naming.properties.forms.properties["ward-of-province"],data:data26};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data15["town-of-province"] !== undefined){
let data27 = data15["town-of-province"];
if(typeof data27 === "string"){
if(!pattern39.test(data27)){
const err85 = {instancePath:instancePath+"/naming/forms/town-of-province",schemaPath:"#/properties/naming/properties/forms/properties/town-of-province/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},schema:"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$",parentSchema:schema60.properties.naming.properties.forms.properties["town-of-province"],data:data27};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/naming/forms/town-of-province",schemaPath:"#/properties/naming/properties/forms/properties/town-of-province/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.forms.properties["town-of-province"].type,parentSchema:schema60.properties.naming.properties.forms.properties["town-of-province"],data:data27};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data15.person !== undefined){
let data28 = data15.person;
if(typeof data28 === "string"){
if(!pattern39.test(data28)){
const err87 = {instancePath:instancePath+"/naming/forms/person",schemaPath:"#/properties/naming/properties/forms/properties/person/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$"},schema:"^([a-z0-9.]|\\{(code|name|fixed|parent|given|initials|suffix)\\})+$",parentSchema:schema60.properties.naming.properties.forms.properties.person,data:data28};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/naming/forms/person",schemaPath:"#/properties/naming/properties/forms/properties/person/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.forms.properties.person.type,parentSchema:schema60.properties.naming.properties.forms.properties.person,data:data28};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
else {
const err89 = {instancePath:instancePath+"/naming/forms",schemaPath:"#/properties/naming/properties/forms/type",keyword:"type",params:{type: "object"},schema:schema60.properties.naming.properties.forms.type,parentSchema:schema60.properties.naming.properties.forms,data:data15};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data14.legacyDomains !== undefined){
let data29 = data14.legacyDomains;
if(Array.isArray(data29)){
const len2 = data29.length;
for(let i4=0; i4<len2; i4++){
let data30 = data29[i4];
if(typeof data30 === "string"){
if(func2(data30) > 253){
const err90 = {instancePath:instancePath+"/naming/legacyDomains/" + i4,schemaPath:"#/properties/naming/properties/legacyDomains/items/maxLength",keyword:"maxLength",params:{limit: 253},schema:253,parentSchema:schema60.properties.naming.properties.legacyDomains.items,data:data30};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(!pattern30.test(data30)){
const err91 = {instancePath:instancePath+"/naming/legacyDomains/" + i4,schemaPath:"#/properties/naming/properties/legacyDomains/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+(\\.[a-z0-9-]+)+$"},schema:"^[a-z0-9-]+(\\.[a-z0-9-]+)+$",parentSchema:schema60.properties.naming.properties.legacyDomains.items,data:data30};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/naming/legacyDomains/" + i4,schemaPath:"#/properties/naming/properties/legacyDomains/items/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.legacyDomains.items.type,parentSchema:schema60.properties.naming.properties.legacyDomains.items,data:data30};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
let i5 = data29.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data29[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err93 = {instancePath:instancePath+"/naming/legacyDomains",schemaPath:"#/properties/naming/properties/legacyDomains/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},schema:true,parentSchema:schema60.properties.naming.properties.legacyDomains,data:data29};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err94 = {instancePath:instancePath+"/naming/legacyDomains",schemaPath:"#/properties/naming/properties/legacyDomains/type",keyword:"type",params:{type: "array"},schema:schema60.properties.naming.properties.legacyDomains.type,parentSchema:schema60.properties.naming.properties.legacyDomains,data:data29};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data14.legacyUntil !== undefined){
let data31 = data14.legacyUntil;
if(typeof data31 === "string"){
if(!pattern12.test(data31)){
const err95 = {instancePath:instancePath+"/naming/legacyUntil",schemaPath:"#/properties/naming/properties/legacyUntil/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema60.properties.naming.properties.legacyUntil,data:data31};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(!(formats0(data31))){
const err96 = {instancePath:instancePath+"/naming/legacyUntil",schemaPath:"#/properties/naming/properties/legacyUntil/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema60.properties.naming.properties.legacyUntil,data:data31};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/naming/legacyUntil",schemaPath:"#/properties/naming/properties/legacyUntil/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.legacyUntil.type,parentSchema:schema60.properties.naming.properties.legacyUntil,data:data31};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data14.fixed !== undefined){
let data32 = data14.fixed;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32["people-committee"] === undefined){
const err98 = {instancePath:instancePath+"/naming/fixed",schemaPath:"#/properties/naming/properties/fixed/required",keyword:"required",params:{missingProperty: "people-committee"},schema:schema60.properties.naming.properties.fixed.required,parentSchema:schema60.properties.naming.properties.fixed,data:data32};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(data32.city === undefined){
const err99 = {instancePath:instancePath+"/naming/fixed",schemaPath:"#/properties/naming/properties/fixed/required",keyword:"required",params:{missingProperty: "city"},schema:schema60.properties.naming.properties.fixed.required,parentSchema:schema60.properties.naming.properties.fixed,data:data32};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
for(const key4 in data32){
if(!((key4 === "people-committee") || (key4 === "city"))){
const err100 = {instancePath:instancePath+"/naming/fixed",schemaPath:"#/properties/naming/properties/fixed/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema60.properties.naming.properties.fixed,data:data32};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data32["people-committee"] !== undefined){
let data33 = data32["people-committee"];
if(typeof data33 === "string"){
if(!pattern54.test(data33)){
const err101 = {instancePath:instancePath+"/naming/fixed/people-committee",schemaPath:"#/properties/naming/properties/fixed/properties/people-committee/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+$"},schema:"^[a-z0-9]+$",parentSchema:schema60.properties.naming.properties.fixed.properties["people-committee"],data:data33};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
else {
const err102 = {instancePath:instancePath+"/naming/fixed/people-committee",schemaPath:"#/properties/naming/properties/fixed/properties/people-committee/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.fixed.properties["people-committee"].type,parentSchema:schema60.properties.naming.properties.fixed.properties["people-committee"],data:data33};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data32.city !== undefined){
let data34 = data32.city;
if(typeof data34 === "string"){
if(!pattern54.test(data34)){
const err103 = {instancePath:instancePath+"/naming/fixed/city",schemaPath:"#/properties/naming/properties/fixed/properties/city/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+$"},schema:"^[a-z0-9]+$",parentSchema:schema60.properties.naming.properties.fixed.properties.city,data:data34};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
else {
const err104 = {instancePath:instancePath+"/naming/fixed/city",schemaPath:"#/properties/naming/properties/fixed/properties/city/type",keyword:"type",params:{type: "string"},schema:schema60.properties.naming.properties.fixed.properties.city.type,parentSchema:schema60.properties.naming.properties.fixed.properties.city,data:data34};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
else {
const err105 = {instancePath:instancePath+"/naming/fixed",schemaPath:"#/properties/naming/properties/fixed/type",keyword:"type",params:{type: "object"},schema:schema60.properties.naming.properties.fixed.type,parentSchema:schema60.properties.naming.properties.fixed,data:data32};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
else {
const err106 = {instancePath:instancePath+"/naming",schemaPath:"#/properties/naming/type",keyword:"type",params:{type: "object"},schema:schema60.properties.naming.type,parentSchema:schema60.properties.naming,data:data14};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data.reserved !== undefined){
let data35 = data.reserved;
if(Array.isArray(data35)){
const len3 = data35.length;
for(let i6=0; i6<len3; i6++){
let data36 = data35[i6];
if(typeof data36 === "string"){
if(func2(data36) > 64){
const err107 = {instancePath:instancePath+"/reserved/" + i6,schemaPath:"#/properties/reserved/items/maxLength",keyword:"maxLength",params:{limit: 64},schema:64,parentSchema:schema60.properties.reserved.items,data:data36};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if(!pattern56.test(data36)){
const err108 = {instancePath:instancePath+"/reserved/" + i6,schemaPath:"#/properties/reserved/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+([.-][a-z0-9]+)*$"},schema:"^[a-z0-9]+([.-][a-z0-9]+)*$",parentSchema:schema60.properties.reserved.items,data:data36};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/reserved/" + i6,schemaPath:"#/properties/reserved/items/type",keyword:"type",params:{type: "string"},schema:schema60.properties.reserved.items.type,parentSchema:schema60.properties.reserved.items,data:data36};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
let i7 = data35.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data35[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err110 = {instancePath:instancePath+"/reserved",schemaPath:"#/properties/reserved/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3},schema:true,parentSchema:schema60.properties.reserved,data:data35};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
break;
}
indices3[item3] = i7;
}
}
}
else {
const err111 = {instancePath:instancePath+"/reserved",schemaPath:"#/properties/reserved/type",keyword:"type",params:{type: "array"},schema:schema60.properties.reserved.type,parentSchema:schema60.properties.reserved,data:data35};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data.governmentDomains !== undefined){
let data37 = data.governmentDomains;
if(Array.isArray(data37)){
const len4 = data37.length;
for(let i8=0; i8<len4; i8++){
let data38 = data37[i8];
if(typeof data38 === "string"){
if(func2(data38) > 253){
const err112 = {instancePath:instancePath+"/governmentDomains/" + i8,schemaPath:"#/properties/governmentDomains/items/maxLength",keyword:"maxLength",params:{limit: 253},schema:253,parentSchema:schema60.properties.governmentDomains.items,data:data38};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(!pattern30.test(data38)){
const err113 = {instancePath:instancePath+"/governmentDomains/" + i8,schemaPath:"#/properties/governmentDomains/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+(\\.[a-z0-9-]+)+$"},schema:"^[a-z0-9-]+(\\.[a-z0-9-]+)+$",parentSchema:schema60.properties.governmentDomains.items,data:data38};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
else {
const err114 = {instancePath:instancePath+"/governmentDomains/" + i8,schemaPath:"#/properties/governmentDomains/items/type",keyword:"type",params:{type: "string"},schema:schema60.properties.governmentDomains.items.type,parentSchema:schema60.properties.governmentDomains.items,data:data38};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
let i9 = data37.length;
let j4;
if(i9 > 1){
const indices4 = {};
for(;i9--;){
let item4 = data37[i9];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err115 = {instancePath:instancePath+"/governmentDomains",schemaPath:"#/properties/governmentDomains/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j4},schema:true,parentSchema:schema60.properties.governmentDomains,data:data37};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
break;
}
indices4[item4] = i9;
}
}
}
else {
const err116 = {instancePath:instancePath+"/governmentDomains",schemaPath:"#/properties/governmentDomains/type",keyword:"type",params:{type: "array"},schema:schema60.properties.governmentDomains.type,parentSchema:schema60.properties.governmentDomains,data:data37};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data.lifecycle !== undefined){
let data39 = data.lifecycle;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(data39.suspendAfterMonths === undefined){
const err117 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/required",keyword:"required",params:{missingProperty: "suspendAfterMonths"},schema:schema60.properties.lifecycle.required,parentSchema:schema60.properties.lifecycle,data:data39};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(data39.deleteAfterNoticeMonths === undefined){
const err118 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/required",keyword:"required",params:{missingProperty: "deleteAfterNoticeMonths"},schema:schema60.properties.lifecycle.required,parentSchema:schema60.properties.lifecycle,data:data39};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data39.keepTerminatedMonths === undefined){
const err119 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/required",keyword:"required",params:{missingProperty: "keepTerminatedMonths"},schema:schema60.properties.lifecycle.required,parentSchema:schema60.properties.lifecycle,data:data39};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data39.tombstoneYears === undefined){
const err120 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/required",keyword:"required",params:{missingProperty: "tombstoneYears"},schema:schema60.properties.lifecycle.required,parentSchema:schema60.properties.lifecycle,data:data39};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(data39.warnDays === undefined){
const err121 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/required",keyword:"required",params:{missingProperty: "warnDays"},schema:schema60.properties.lifecycle.required,parentSchema:schema60.properties.lifecycle,data:data39};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
for(const key5 in data39){
if(!((((((key5 === "suspendAfterMonths") || (key5 === "deleteAfterNoticeMonths")) || (key5 === "keepTerminatedMonths")) || (key5 === "tombstoneYears")) || (key5 === "aliasMonths")) || (key5 === "warnDays"))){
const err122 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},schema:false,parentSchema:schema60.properties.lifecycle,data:data39};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data39.suspendAfterMonths !== undefined){
let data40 = data39.suspendAfterMonths;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
const err123 = {instancePath:instancePath+"/lifecycle/suspendAfterMonths",schemaPath:"#/properties/lifecycle/properties/suspendAfterMonths/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.lifecycle.properties.suspendAfterMonths.type,parentSchema:schema60.properties.lifecycle.properties.suspendAfterMonths,data:data40};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 > 120 || isNaN(data40)){
const err124 = {instancePath:instancePath+"/lifecycle/suspendAfterMonths",schemaPath:"#/properties/lifecycle/properties/suspendAfterMonths/maximum",keyword:"maximum",params:{comparison: "<=", limit: 120},schema:120,parentSchema:schema60.properties.lifecycle.properties.suspendAfterMonths,data:data40};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(data40 < 1 || isNaN(data40)){
const err125 = {instancePath:instancePath+"/lifecycle/suspendAfterMonths",schemaPath:"#/properties/lifecycle/properties/suspendAfterMonths/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema60.properties.lifecycle.properties.suspendAfterMonths,data:data40};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
if(data39.deleteAfterNoticeMonths !== undefined){
let data41 = data39.deleteAfterNoticeMonths;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err126 = {instancePath:instancePath+"/lifecycle/deleteAfterNoticeMonths",schemaPath:"#/properties/lifecycle/properties/deleteAfterNoticeMonths/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.lifecycle.properties.deleteAfterNoticeMonths.type,parentSchema:schema60.properties.lifecycle.properties.deleteAfterNoticeMonths,data:data41};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 240 || isNaN(data41)){
const err127 = {instancePath:instancePath+"/lifecycle/deleteAfterNoticeMonths",schemaPath:"#/properties/lifecycle/properties/deleteAfterNoticeMonths/maximum",keyword:"maximum",params:{comparison: "<=", limit: 240},schema:240,parentSchema:schema60.properties.lifecycle.properties.deleteAfterNoticeMonths,data:data41};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(data41 < 1 || isNaN(data41)){
const err128 = {instancePath:instancePath+"/lifecycle/deleteAfterNoticeMonths",schemaPath:"#/properties/lifecycle/properties/deleteAfterNoticeMonths/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema60.properties.lifecycle.properties.deleteAfterNoticeMonths,data:data41};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
if(data39.keepTerminatedMonths !== undefined){
let data42 = data39.keepTerminatedMonths;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
const err129 = {instancePath:instancePath+"/lifecycle/keepTerminatedMonths",schemaPath:"#/properties/lifecycle/properties/keepTerminatedMonths/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.lifecycle.properties.keepTerminatedMonths.type,parentSchema:schema60.properties.lifecycle.properties.keepTerminatedMonths,data:data42};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 > 240 || isNaN(data42)){
const err130 = {instancePath:instancePath+"/lifecycle/keepTerminatedMonths",schemaPath:"#/properties/lifecycle/properties/keepTerminatedMonths/maximum",keyword:"maximum",params:{comparison: "<=", limit: 240},schema:240,parentSchema:schema60.properties.lifecycle.properties.keepTerminatedMonths,data:data42};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(data42 < 0 || isNaN(data42)){
const err131 = {instancePath:instancePath+"/lifecycle/keepTerminatedMonths",schemaPath:"#/properties/lifecycle/properties/keepTerminatedMonths/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema60.properties.lifecycle.properties.keepTerminatedMonths,data:data42};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
}
if(data39.tombstoneYears !== undefined){
let data43 = data39.tombstoneYears;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err132 = {instancePath:instancePath+"/lifecycle/tombstoneYears",schemaPath:"#/properties/lifecycle/properties/tombstoneYears/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.lifecycle.properties.tombstoneYears.type,parentSchema:schema60.properties.lifecycle.properties.tombstoneYears,data:data43};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 > 100 || isNaN(data43)){
const err133 = {instancePath:instancePath+"/lifecycle/tombstoneYears",schemaPath:"#/properties/lifecycle/properties/tombstoneYears/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},schema:100,parentSchema:schema60.properties.lifecycle.properties.tombstoneYears,data:data43};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(data43 < 0 || isNaN(data43)){
const err134 = {instancePath:instancePath+"/lifecycle/tombstoneYears",schemaPath:"#/properties/lifecycle/properties/tombstoneYears/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema60.properties.lifecycle.properties.tombstoneYears,data:data43};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
if(data39.aliasMonths !== undefined){
let data44 = data39.aliasMonths;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err135 = {instancePath:instancePath+"/lifecycle/aliasMonths",schemaPath:"#/properties/lifecycle/properties/aliasMonths/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.lifecycle.properties.aliasMonths.type,parentSchema:schema60.properties.lifecycle.properties.aliasMonths,data:data44};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 > 120 || isNaN(data44)){
const err136 = {instancePath:instancePath+"/lifecycle/aliasMonths",schemaPath:"#/properties/lifecycle/properties/aliasMonths/maximum",keyword:"maximum",params:{comparison: "<=", limit: 120},schema:120,parentSchema:schema60.properties.lifecycle.properties.aliasMonths,data:data44};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(data44 < 0 || isNaN(data44)){
const err137 = {instancePath:instancePath+"/lifecycle/aliasMonths",schemaPath:"#/properties/lifecycle/properties/aliasMonths/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema60.properties.lifecycle.properties.aliasMonths,data:data44};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
}
if(data39.warnDays !== undefined){
let data45 = data39.warnDays;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
const err138 = {instancePath:instancePath+"/lifecycle/warnDays",schemaPath:"#/properties/lifecycle/properties/warnDays/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.lifecycle.properties.warnDays.type,parentSchema:schema60.properties.lifecycle.properties.warnDays,data:data45};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 > 365 || isNaN(data45)){
const err139 = {instancePath:instancePath+"/lifecycle/warnDays",schemaPath:"#/properties/lifecycle/properties/warnDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 365},schema:365,parentSchema:schema60.properties.lifecycle.properties.warnDays,data:data45};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(data45 < 0 || isNaN(data45)){
const err140 = {instancePath:instancePath+"/lifecycle/warnDays",schemaPath:"#/properties/lifecycle/properties/warnDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema60.properties.lifecycle.properties.warnDays,data:data45};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
}
}
else {
const err141 = {instancePath:instancePath+"/lifecycle",schemaPath:"#/properties/lifecycle/type",keyword:"type",params:{type: "object"},schema:schema60.properties.lifecycle.type,parentSchema:schema60.properties.lifecycle,data:data39};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data.deadlines !== undefined){
let data46 = data.deadlines;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.issueWorkingDays === undefined){
const err142 = {instancePath:instancePath+"/deadlines",schemaPath:"#/properties/deadlines/required",keyword:"required",params:{missingProperty: "issueWorkingDays"},schema:schema60.properties.deadlines.required,parentSchema:schema60.properties.deadlines,data:data46};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(data46.terminateWorkingDays === undefined){
const err143 = {instancePath:instancePath+"/deadlines",schemaPath:"#/properties/deadlines/required",keyword:"required",params:{missingProperty: "terminateWorkingDays"},schema:schema60.properties.deadlines.required,parentSchema:schema60.properties.deadlines,data:data46};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(data46.restoreWorkingDays === undefined){
const err144 = {instancePath:instancePath+"/deadlines",schemaPath:"#/properties/deadlines/required",keyword:"required",params:{missingProperty: "restoreWorkingDays"},schema:schema60.properties.deadlines.required,parentSchema:schema60.properties.deadlines,data:data46};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if(data46.notifyDays === undefined){
const err145 = {instancePath:instancePath+"/deadlines",schemaPath:"#/properties/deadlines/required",keyword:"required",params:{missingProperty: "notifyDays"},schema:schema60.properties.deadlines.required,parentSchema:schema60.properties.deadlines,data:data46};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
for(const key6 in data46){
if(!((((key6 === "issueWorkingDays") || (key6 === "terminateWorkingDays")) || (key6 === "restoreWorkingDays")) || (key6 === "notifyDays"))){
const err146 = {instancePath:instancePath+"/deadlines",schemaPath:"#/properties/deadlines/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},schema:false,parentSchema:schema60.properties.deadlines,data:data46};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data46.issueWorkingDays !== undefined){
let data47 = data46.issueWorkingDays;
if(!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))){
const err147 = {instancePath:instancePath+"/deadlines/issueWorkingDays",schemaPath:"#/properties/deadlines/properties/issueWorkingDays/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.deadlines.properties.issueWorkingDays.type,parentSchema:schema60.properties.deadlines.properties.issueWorkingDays,data:data47};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 > 60 || isNaN(data47)){
const err148 = {instancePath:instancePath+"/deadlines/issueWorkingDays",schemaPath:"#/properties/deadlines/properties/issueWorkingDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60},schema:60,parentSchema:schema60.properties.deadlines.properties.issueWorkingDays,data:data47};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(data47 < 1 || isNaN(data47)){
const err149 = {instancePath:instancePath+"/deadlines/issueWorkingDays",schemaPath:"#/properties/deadlines/properties/issueWorkingDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema60.properties.deadlines.properties.issueWorkingDays,data:data47};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
if(data46.terminateWorkingDays !== undefined){
let data48 = data46.terminateWorkingDays;
if(!(((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48))) && (isFinite(data48)))){
const err150 = {instancePath:instancePath+"/deadlines/terminateWorkingDays",schemaPath:"#/properties/deadlines/properties/terminateWorkingDays/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.deadlines.properties.terminateWorkingDays.type,parentSchema:schema60.properties.deadlines.properties.terminateWorkingDays,data:data48};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if((typeof data48 == "number") && (isFinite(data48))){
if(data48 > 60 || isNaN(data48)){
const err151 = {instancePath:instancePath+"/deadlines/terminateWorkingDays",schemaPath:"#/properties/deadlines/properties/terminateWorkingDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60},schema:60,parentSchema:schema60.properties.deadlines.properties.terminateWorkingDays,data:data48};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(data48 < 1 || isNaN(data48)){
const err152 = {instancePath:instancePath+"/deadlines/terminateWorkingDays",schemaPath:"#/properties/deadlines/properties/terminateWorkingDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema60.properties.deadlines.properties.terminateWorkingDays,data:data48};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
if(data46.restoreWorkingDays !== undefined){
let data49 = data46.restoreWorkingDays;
if(!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))){
const err153 = {instancePath:instancePath+"/deadlines/restoreWorkingDays",schemaPath:"#/properties/deadlines/properties/restoreWorkingDays/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.deadlines.properties.restoreWorkingDays.type,parentSchema:schema60.properties.deadlines.properties.restoreWorkingDays,data:data49};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 > 60 || isNaN(data49)){
const err154 = {instancePath:instancePath+"/deadlines/restoreWorkingDays",schemaPath:"#/properties/deadlines/properties/restoreWorkingDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60},schema:60,parentSchema:schema60.properties.deadlines.properties.restoreWorkingDays,data:data49};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(data49 < 1 || isNaN(data49)){
const err155 = {instancePath:instancePath+"/deadlines/restoreWorkingDays",schemaPath:"#/properties/deadlines/properties/restoreWorkingDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema60.properties.deadlines.properties.restoreWorkingDays,data:data49};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
}
if(data46.notifyDays !== undefined){
let data50 = data46.notifyDays;
if(!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))){
const err156 = {instancePath:instancePath+"/deadlines/notifyDays",schemaPath:"#/properties/deadlines/properties/notifyDays/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.deadlines.properties.notifyDays.type,parentSchema:schema60.properties.deadlines.properties.notifyDays,data:data50};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 > 365 || isNaN(data50)){
const err157 = {instancePath:instancePath+"/deadlines/notifyDays",schemaPath:"#/properties/deadlines/properties/notifyDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 365},schema:365,parentSchema:schema60.properties.deadlines.properties.notifyDays,data:data50};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if(data50 < 1 || isNaN(data50)){
const err158 = {instancePath:instancePath+"/deadlines/notifyDays",schemaPath:"#/properties/deadlines/properties/notifyDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema60.properties.deadlines.properties.notifyDays,data:data50};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
}
}
else {
const err159 = {instancePath:instancePath+"/deadlines",schemaPath:"#/properties/deadlines/type",keyword:"type",params:{type: "object"},schema:schema60.properties.deadlines.type,parentSchema:schema60.properties.deadlines,data:data46};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data.passwords !== undefined){
let data51 = data.passwords;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.user === undefined){
const err160 = {instancePath:instancePath+"/passwords",schemaPath:"#/properties/passwords/required",keyword:"required",params:{missingProperty: "user"},schema:schema60.properties.passwords.required,parentSchema:schema60.properties.passwords,data:data51};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(data51.administrator === undefined){
const err161 = {instancePath:instancePath+"/passwords",schemaPath:"#/properties/passwords/required",keyword:"required",params:{missingProperty: "administrator"},schema:schema60.properties.passwords.required,parentSchema:schema60.properties.passwords,data:data51};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
for(const key7 in data51){
if(!((((key7 === "page") || (key7 === "onCustodianChange")) || (key7 === "user")) || (key7 === "administrator"))){
const err162 = {instancePath:instancePath+"/passwords",schemaPath:"#/properties/passwords/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},schema:false,parentSchema:schema60.properties.passwords,data:data51};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data51.page !== undefined){
let data52 = data51.page;
if(typeof data52 === "string"){
if(func2(data52) > 100){
const err163 = {instancePath:instancePath+"/passwords/page",schemaPath:"#/properties/passwords/properties/page/maxLength",keyword:"maxLength",params:{limit: 100},schema:100,parentSchema:schema60.properties.passwords.properties.page,data:data52};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(!pattern38.test(data52)){
const err164 = {instancePath:instancePath+"/passwords/page",schemaPath:"#/properties/passwords/properties/page/pattern",keyword:"pattern",params:{pattern: "^https://[a-z0-9-]+(\\.[a-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$"},schema:"^https://[a-z0-9-]+(\\.[a-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$",parentSchema:schema60.properties.passwords.properties.page,data:data52};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
else {
const err165 = {instancePath:instancePath+"/passwords/page",schemaPath:"#/properties/passwords/properties/page/type",keyword:"type",params:{type: "string"},schema:schema60.properties.passwords.properties.page.type,parentSchema:schema60.properties.passwords.properties.page,data:data52};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data51.onCustodianChange !== undefined){
let data53 = data51.onCustodianChange;
if(typeof data53 !== "string"){
const err166 = {instancePath:instancePath+"/passwords/onCustodianChange",schemaPath:"#/properties/passwords/properties/onCustodianChange/type",keyword:"type",params:{type: "string"},schema:schema60.properties.passwords.properties.onCustodianChange.type,parentSchema:schema60.properties.passwords.properties.onCustodianChange,data:data53};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(!((data53 === "reset") || (data53 === "remind"))){
const err167 = {instancePath:instancePath+"/passwords/onCustodianChange",schemaPath:"#/properties/passwords/properties/onCustodianChange/enum",keyword:"enum",params:{allowedValues: schema60.properties.passwords.properties.onCustodianChange.enum},schema:schema60.properties.passwords.properties.onCustodianChange.enum,parentSchema:schema60.properties.passwords.properties.onCustodianChange,data:data53};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data51.user !== undefined){
let data54 = data51.user;
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
if(data54.minLength === undefined){
const err168 = {instancePath:instancePath+"/passwords/user",schemaPath:"#/properties/passwords/properties/user/required",keyword:"required",params:{missingProperty: "minLength"},schema:schema60.properties.passwords.properties.user.required,parentSchema:schema60.properties.passwords.properties.user,data:data54};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(data54.maxAgeMonths === undefined){
const err169 = {instancePath:instancePath+"/passwords/user",schemaPath:"#/properties/passwords/properties/user/required",keyword:"required",params:{missingProperty: "maxAgeMonths"},schema:schema60.properties.passwords.properties.user.required,parentSchema:schema60.properties.passwords.properties.user,data:data54};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
for(const key8 in data54){
if(!((key8 === "minLength") || (key8 === "maxAgeMonths"))){
const err170 = {instancePath:instancePath+"/passwords/user",schemaPath:"#/properties/passwords/properties/user/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},schema:false,parentSchema:schema60.properties.passwords.properties.user,data:data54};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(data54.minLength !== undefined){
let data55 = data54.minLength;
if(!(((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55))) && (isFinite(data55)))){
const err171 = {instancePath:instancePath+"/passwords/user/minLength",schemaPath:"#/properties/passwords/properties/user/properties/minLength/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.passwords.properties.user.properties.minLength.type,parentSchema:schema60.properties.passwords.properties.user.properties.minLength,data:data55};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 > 128 || isNaN(data55)){
const err172 = {instancePath:instancePath+"/passwords/user/minLength",schemaPath:"#/properties/passwords/properties/user/properties/minLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 128},schema:128,parentSchema:schema60.properties.passwords.properties.user.properties.minLength,data:data55};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if(data55 < 1 || isNaN(data55)){
const err173 = {instancePath:instancePath+"/passwords/user/minLength",schemaPath:"#/properties/passwords/properties/user/properties/minLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema60.properties.passwords.properties.user.properties.minLength,data:data55};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
if(data54.maxAgeMonths !== undefined){
let data56 = data54.maxAgeMonths;
if(!(((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56))) && (isFinite(data56)))){
const err174 = {instancePath:instancePath+"/passwords/user/maxAgeMonths",schemaPath:"#/properties/passwords/properties/user/properties/maxAgeMonths/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.passwords.properties.user.properties.maxAgeMonths.type,parentSchema:schema60.properties.passwords.properties.user.properties.maxAgeMonths,data:data56};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 > 120 || isNaN(data56)){
const err175 = {instancePath:instancePath+"/passwords/user/maxAgeMonths",schemaPath:"#/properties/passwords/properties/user/properties/maxAgeMonths/maximum",keyword:"maximum",params:{comparison: "<=", limit: 120},schema:120,parentSchema:schema60.properties.passwords.properties.user.properties.maxAgeMonths,data:data56};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
if(data56 < 1 || isNaN(data56)){
const err176 = {instancePath:instancePath+"/passwords/user/maxAgeMonths",schemaPath:"#/properties/passwords/properties/user/properties/maxAgeMonths/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema60.properties.passwords.properties.user.properties.maxAgeMonths,data:data56};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
}
}
else {
const err177 = {instancePath:instancePath+"/passwords/user",schemaPath:"#/properties/passwords/properties/user/type",keyword:"type",params:{type: "object"},schema:schema60.properties.passwords.properties.user.type,parentSchema:schema60.properties.passwords.properties.user,data:data54};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data51.administrator !== undefined){
let data57 = data51.administrator;
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
if(data57.minLength === undefined){
const err178 = {instancePath:instancePath+"/passwords/administrator",schemaPath:"#/properties/passwords/properties/administrator/required",keyword:"required",params:{missingProperty: "minLength"},schema:schema60.properties.passwords.properties.administrator.required,parentSchema:schema60.properties.passwords.properties.administrator,data:data57};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(data57.maxAgeMonths === undefined){
const err179 = {instancePath:instancePath+"/passwords/administrator",schemaPath:"#/properties/passwords/properties/administrator/required",keyword:"required",params:{missingProperty: "maxAgeMonths"},schema:schema60.properties.passwords.properties.administrator.required,parentSchema:schema60.properties.passwords.properties.administrator,data:data57};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
for(const key9 in data57){
if(!((key9 === "minLength") || (key9 === "maxAgeMonths"))){
const err180 = {instancePath:instancePath+"/passwords/administrator",schemaPath:"#/properties/passwords/properties/administrator/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},schema:false,parentSchema:schema60.properties.passwords.properties.administrator,data:data57};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
if(data57.minLength !== undefined){
let data58 = data57.minLength;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
const err181 = {instancePath:instancePath+"/passwords/administrator/minLength",schemaPath:"#/properties/passwords/properties/administrator/properties/minLength/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.passwords.properties.administrator.properties.minLength.type,parentSchema:schema60.properties.passwords.properties.administrator.properties.minLength,data:data58};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 128 || isNaN(data58)){
const err182 = {instancePath:instancePath+"/passwords/administrator/minLength",schemaPath:"#/properties/passwords/properties/administrator/properties/minLength/maximum",keyword:"maximum",params:{comparison: "<=", limit: 128},schema:128,parentSchema:schema60.properties.passwords.properties.administrator.properties.minLength,data:data58};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(data58 < 1 || isNaN(data58)){
const err183 = {instancePath:instancePath+"/passwords/administrator/minLength",schemaPath:"#/properties/passwords/properties/administrator/properties/minLength/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema60.properties.passwords.properties.administrator.properties.minLength,data:data58};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
}
if(data57.maxAgeMonths !== undefined){
let data59 = data57.maxAgeMonths;
if(!(((typeof data59 == "number") && (!(data59 % 1) && !isNaN(data59))) && (isFinite(data59)))){
const err184 = {instancePath:instancePath+"/passwords/administrator/maxAgeMonths",schemaPath:"#/properties/passwords/properties/administrator/properties/maxAgeMonths/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.passwords.properties.administrator.properties.maxAgeMonths.type,parentSchema:schema60.properties.passwords.properties.administrator.properties.maxAgeMonths,data:data59};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 > 120 || isNaN(data59)){
const err185 = {instancePath:instancePath+"/passwords/administrator/maxAgeMonths",schemaPath:"#/properties/passwords/properties/administrator/properties/maxAgeMonths/maximum",keyword:"maximum",params:{comparison: "<=", limit: 120},schema:120,parentSchema:schema60.properties.passwords.properties.administrator.properties.maxAgeMonths,data:data59};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(data59 < 1 || isNaN(data59)){
const err186 = {instancePath:instancePath+"/passwords/administrator/maxAgeMonths",schemaPath:"#/properties/passwords/properties/administrator/properties/maxAgeMonths/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema60.properties.passwords.properties.administrator.properties.maxAgeMonths,data:data59};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
}
}
else {
const err187 = {instancePath:instancePath+"/passwords/administrator",schemaPath:"#/properties/passwords/properties/administrator/type",keyword:"type",params:{type: "object"},schema:schema60.properties.passwords.properties.administrator.type,parentSchema:schema60.properties.passwords.properties.administrator,data:data57};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
}
else {
const err188 = {instancePath:instancePath+"/passwords",schemaPath:"#/properties/passwords/type",keyword:"type",params:{type: "object"},schema:schema60.properties.passwords.type,parentSchema:schema60.properties.passwords,data:data51};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
if(data.mail !== undefined){
let data60 = data.mail;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
for(const key10 in data60){
if(!((key10 === "forwarding") || (key10 === "quotas"))){
const err189 = {instancePath:instancePath+"/mail",schemaPath:"#/properties/mail/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},schema:false,parentSchema:schema60.properties.mail,data:data60};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data60.forwarding !== undefined){
let data61 = data60.forwarding;
if(!(((data61 === "report") || (data61 === "deactivate")) || (data61 === "suspend"))){
const err190 = {instancePath:instancePath+"/mail/forwarding",schemaPath:"#/properties/mail/properties/forwarding/enum",keyword:"enum",params:{allowedValues: schema60.properties.mail.properties.forwarding.enum},schema:schema60.properties.mail.properties.forwarding.enum,parentSchema:schema60.properties.mail.properties.forwarding,data:data61};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
if(data60.quotas !== undefined){
let data62 = data60.quotas;
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
for(const key11 in data62){
if(!((key11 === "person") || (key11 === "organization"))){
const err191 = {instancePath:instancePath+"/mail/quotas",schemaPath:"#/properties/mail/properties/quotas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},schema:false,parentSchema:schema60.properties.mail.properties.quotas,data:data62};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
if(data62.person !== undefined){
let data63 = data62.person;
if(!(((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63))) && (isFinite(data63)))){
const err192 = {instancePath:instancePath+"/mail/quotas/person",schemaPath:"#/properties/mail/properties/quotas/properties/person/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.mail.properties.quotas.properties.person.type,parentSchema:schema60.properties.mail.properties.quotas.properties.person,data:data63};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 > 10000000 || isNaN(data63)){
const err193 = {instancePath:instancePath+"/mail/quotas/person",schemaPath:"#/properties/mail/properties/quotas/properties/person/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000},schema:10000000,parentSchema:schema60.properties.mail.properties.quotas.properties.person,data:data63};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if(data63 < 1 || isNaN(data63)){
const err194 = {instancePath:instancePath+"/mail/quotas/person",schemaPath:"#/properties/mail/properties/quotas/properties/person/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema60.properties.mail.properties.quotas.properties.person,data:data63};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
}
if(data62.organization !== undefined){
let data64 = data62.organization;
if(!(((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64))) && (isFinite(data64)))){
const err195 = {instancePath:instancePath+"/mail/quotas/organization",schemaPath:"#/properties/mail/properties/quotas/properties/organization/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.mail.properties.quotas.properties.organization.type,parentSchema:schema60.properties.mail.properties.quotas.properties.organization,data:data64};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
if((typeof data64 == "number") && (isFinite(data64))){
if(data64 > 10000000 || isNaN(data64)){
const err196 = {instancePath:instancePath+"/mail/quotas/organization",schemaPath:"#/properties/mail/properties/quotas/properties/organization/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000},schema:10000000,parentSchema:schema60.properties.mail.properties.quotas.properties.organization,data:data64};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(data64 < 1 || isNaN(data64)){
const err197 = {instancePath:instancePath+"/mail/quotas/organization",schemaPath:"#/properties/mail/properties/quotas/properties/organization/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema60.properties.mail.properties.quotas.properties.organization,data:data64};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
}
}
else {
const err198 = {instancePath:instancePath+"/mail/quotas",schemaPath:"#/properties/mail/properties/quotas/type",keyword:"type",params:{type: "object"},schema:schema60.properties.mail.properties.quotas.type,parentSchema:schema60.properties.mail.properties.quotas,data:data62};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
}
else {
const err199 = {instancePath:instancePath+"/mail",schemaPath:"#/properties/mail/type",keyword:"type",params:{type: "object"},schema:schema60.properties.mail.type,parentSchema:schema60.properties.mail,data:data60};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data.notices !== undefined){
let data65 = data.notices;
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
for(const key12 in data65){
if(!(func1.call(schema60.properties.notices.properties, key12))){
const err200 = {instancePath:instancePath+"/notices",schemaPath:"#/properties/notices/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},schema:false,parentSchema:schema60.properties.notices,data:data65};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data65.regulation !== undefined){
let data66 = data65.regulation;
if(typeof data66 === "string"){
if(func2(data66) > 500){
const err201 = {instancePath:instancePath+"/notices/regulation",schemaPath:"#/properties/notices/properties/regulation/maxLength",keyword:"maxLength",params:{limit: 500},schema:500,parentSchema:schema60.properties.notices.properties.regulation,data:data66};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if(func2(data66) < 10){
const err202 = {instancePath:instancePath+"/notices/regulation",schemaPath:"#/properties/notices/properties/regulation/minLength",keyword:"minLength",params:{limit: 10},schema:10,parentSchema:schema60.properties.notices.properties.regulation,data:data66};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
else {
const err203 = {instancePath:instancePath+"/notices/regulation",schemaPath:"#/properties/notices/properties/regulation/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.regulation.type,parentSchema:schema60.properties.notices.properties.regulation,data:data66};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
if(data65.body !== undefined){
let data67 = data65.body;
if(typeof data67 === "string"){
if(func2(data67) > 120){
const err204 = {instancePath:instancePath+"/notices/body",schemaPath:"#/properties/notices/properties/body/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema60.properties.notices.properties.body,data:data67};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(func2(data67) < 3){
const err205 = {instancePath:instancePath+"/notices/body",schemaPath:"#/properties/notices/properties/body/minLength",keyword:"minLength",params:{limit: 3},schema:3,parentSchema:schema60.properties.notices.properties.body,data:data67};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
else {
const err206 = {instancePath:instancePath+"/notices/body",schemaPath:"#/properties/notices/properties/body/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.body.type,parentSchema:schema60.properties.notices.properties.body,data:data67};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
if(data65.parentBody !== undefined){
let data68 = data65.parentBody;
if(typeof data68 === "string"){
if(func2(data68) > 120){
const err207 = {instancePath:instancePath+"/notices/parentBody",schemaPath:"#/properties/notices/properties/parentBody/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema60.properties.notices.properties.parentBody,data:data68};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if(func2(data68) < 3){
const err208 = {instancePath:instancePath+"/notices/parentBody",schemaPath:"#/properties/notices/properties/parentBody/minLength",keyword:"minLength",params:{limit: 3},schema:3,parentSchema:schema60.properties.notices.properties.parentBody,data:data68};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
else {
const err209 = {instancePath:instancePath+"/notices/parentBody",schemaPath:"#/properties/notices/properties/parentBody/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.parentBody.type,parentSchema:schema60.properties.notices.properties.parentBody,data:data68};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
if(data65.code !== undefined){
let data69 = data65.code;
if(typeof data69 === "string"){
if(!pattern59.test(data69)){
const err210 = {instancePath:instancePath+"/notices/code",schemaPath:"#/properties/notices/properties/code/pattern",keyword:"pattern",params:{pattern: "^[A-ZĐ][A-Z0-9Đ&-]{0,19}$"},schema:"^[A-ZĐ][A-Z0-9Đ&-]{0,19}$",parentSchema:schema60.properties.notices.properties.code,data:data69};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
else {
const err211 = {instancePath:instancePath+"/notices/code",schemaPath:"#/properties/notices/properties/code/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.code.type,parentSchema:schema60.properties.notices.properties.code,data:data69};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
if(data65.department !== undefined){
let data70 = data65.department;
if(typeof data70 === "string"){
if(!pattern59.test(data70)){
const err212 = {instancePath:instancePath+"/notices/department",schemaPath:"#/properties/notices/properties/department/pattern",keyword:"pattern",params:{pattern: "^[A-ZĐ][A-Z0-9Đ&-]{0,19}$"},schema:"^[A-ZĐ][A-Z0-9Đ&-]{0,19}$",parentSchema:schema60.properties.notices.properties.department,data:data70};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
else {
const err213 = {instancePath:instancePath+"/notices/department",schemaPath:"#/properties/notices/properties/department/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.department.type,parentSchema:schema60.properties.notices.properties.department,data:data70};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data65.place !== undefined){
let data71 = data65.place;
if(typeof data71 === "string"){
if(func2(data71) > 60){
const err214 = {instancePath:instancePath+"/notices/place",schemaPath:"#/properties/notices/properties/place/maxLength",keyword:"maxLength",params:{limit: 60},schema:60,parentSchema:schema60.properties.notices.properties.place,data:data71};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
if(func2(data71) < 2){
const err215 = {instancePath:instancePath+"/notices/place",schemaPath:"#/properties/notices/properties/place/minLength",keyword:"minLength",params:{limit: 2},schema:2,parentSchema:schema60.properties.notices.properties.place,data:data71};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
else {
const err216 = {instancePath:instancePath+"/notices/place",schemaPath:"#/properties/notices/properties/place/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.place.type,parentSchema:schema60.properties.notices.properties.place,data:data71};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
if(data65.contact !== undefined){
let data72 = data65.contact;
if(typeof data72 === "string"){
if(func2(data72) > 300){
const err217 = {instancePath:instancePath+"/notices/contact",schemaPath:"#/properties/notices/properties/contact/maxLength",keyword:"maxLength",params:{limit: 300},schema:300,parentSchema:schema60.properties.notices.properties.contact,data:data72};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
if(func2(data72) < 5){
const err218 = {instancePath:instancePath+"/notices/contact",schemaPath:"#/properties/notices/properties/contact/minLength",keyword:"minLength",params:{limit: 5},schema:5,parentSchema:schema60.properties.notices.properties.contact,data:data72};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
else {
const err219 = {instancePath:instancePath+"/notices/contact",schemaPath:"#/properties/notices/properties/contact/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.contact.type,parentSchema:schema60.properties.notices.properties.contact,data:data72};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
if(data65.signer !== undefined){
let data73 = data65.signer;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
for(const key13 in data73){
if(!((((key13 === "title") || (key13 === "name")) || (key13 === "onBehalf")) || (key13 === "ownTitle"))){
const err220 = {instancePath:instancePath+"/notices/signer",schemaPath:"#/properties/notices/properties/signer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},schema:false,parentSchema:schema60.properties.notices.properties.signer,data:data73};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
if(data73.title !== undefined){
let data74 = data73.title;
if(typeof data74 === "string"){
if(func2(data74) > 60){
const err221 = {instancePath:instancePath+"/notices/signer/title",schemaPath:"#/properties/notices/properties/signer/properties/title/maxLength",keyword:"maxLength",params:{limit: 60},schema:60,parentSchema:schema60.properties.notices.properties.signer.properties.title,data:data74};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
if(func2(data74) < 2){
const err222 = {instancePath:instancePath+"/notices/signer/title",schemaPath:"#/properties/notices/properties/signer/properties/title/minLength",keyword:"minLength",params:{limit: 2},schema:2,parentSchema:schema60.properties.notices.properties.signer.properties.title,data:data74};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
else {
const err223 = {instancePath:instancePath+"/notices/signer/title",schemaPath:"#/properties/notices/properties/signer/properties/title/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.signer.properties.title.type,parentSchema:schema60.properties.notices.properties.signer.properties.title,data:data74};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
if(data73.name !== undefined){
let data75 = data73.name;
if(typeof data75 === "string"){
if(func2(data75) > 60){
const err224 = {instancePath:instancePath+"/notices/signer/name",schemaPath:"#/properties/notices/properties/signer/properties/name/maxLength",keyword:"maxLength",params:{limit: 60},schema:60,parentSchema:schema60.properties.notices.properties.signer.properties.name,data:data75};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
if(func2(data75) < 2){
const err225 = {instancePath:instancePath+"/notices/signer/name",schemaPath:"#/properties/notices/properties/signer/properties/name/minLength",keyword:"minLength",params:{limit: 2},schema:2,parentSchema:schema60.properties.notices.properties.signer.properties.name,data:data75};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
else {
const err226 = {instancePath:instancePath+"/notices/signer/name",schemaPath:"#/properties/notices/properties/signer/properties/name/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.signer.properties.name.type,parentSchema:schema60.properties.notices.properties.signer.properties.name,data:data75};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
if(data73.onBehalf !== undefined){
let data76 = data73.onBehalf;
if(typeof data76 !== "string"){
const err227 = {instancePath:instancePath+"/notices/signer/onBehalf",schemaPath:"#/properties/notices/properties/signer/properties/onBehalf/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.signer.properties.onBehalf.type,parentSchema:schema60.properties.notices.properties.signer.properties.onBehalf,data:data76};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
if(!((data76 === "KT") || (data76 === "TL"))){
const err228 = {instancePath:instancePath+"/notices/signer/onBehalf",schemaPath:"#/properties/notices/properties/signer/properties/onBehalf/enum",keyword:"enum",params:{allowedValues: schema60.properties.notices.properties.signer.properties.onBehalf.enum},schema:schema60.properties.notices.properties.signer.properties.onBehalf.enum,parentSchema:schema60.properties.notices.properties.signer.properties.onBehalf,data:data76};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
if(data73.ownTitle !== undefined){
let data77 = data73.ownTitle;
if(typeof data77 === "string"){
if(func2(data77) > 60){
const err229 = {instancePath:instancePath+"/notices/signer/ownTitle",schemaPath:"#/properties/notices/properties/signer/properties/ownTitle/maxLength",keyword:"maxLength",params:{limit: 60},schema:60,parentSchema:schema60.properties.notices.properties.signer.properties.ownTitle,data:data77};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
if(func2(data77) < 2){
const err230 = {instancePath:instancePath+"/notices/signer/ownTitle",schemaPath:"#/properties/notices/properties/signer/properties/ownTitle/minLength",keyword:"minLength",params:{limit: 2},schema:2,parentSchema:schema60.properties.notices.properties.signer.properties.ownTitle,data:data77};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
else {
const err231 = {instancePath:instancePath+"/notices/signer/ownTitle",schemaPath:"#/properties/notices/properties/signer/properties/ownTitle/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.signer.properties.ownTitle.type,parentSchema:schema60.properties.notices.properties.signer.properties.ownTitle,data:data77};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
}
else {
const err232 = {instancePath:instancePath+"/notices/signer",schemaPath:"#/properties/notices/properties/signer/type",keyword:"type",params:{type: "object"},schema:schema60.properties.notices.properties.signer.type,parentSchema:schema60.properties.notices.properties.signer,data:data73};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
if(data65.templates !== undefined){
let data78 = data65.templates;
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
for(const key14 in data78){
if(!(((((((key14 === "suspension") || (key14 === "deletion")) || (key14 === "issue")) || (key14 === "change")) || (key14 === "reset")) || (key14 === "termination")) || (key14 === "restoration"))){
const err233 = {instancePath:instancePath+"/notices/templates",schemaPath:"#/properties/notices/properties/templates/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},schema:false,parentSchema:schema60.properties.notices.properties.templates,data:data78};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
if(data78.suspension !== undefined){
let data79 = data78.suspension;
if(typeof data79 === "string"){
if(func2(data79) > 200){
const err234 = {instancePath:instancePath+"/notices/templates/suspension",schemaPath:"#/properties/notices/properties/templates/properties/suspension/maxLength",keyword:"maxLength",params:{limit: 200},schema:200,parentSchema:schema60.properties.notices.properties.templates.properties.suspension,data:data79};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
if(!pattern61.test(data79)){
const err235 = {instancePath:instancePath+"/notices/templates/suspension",schemaPath:"#/properties/notices/properties/templates/properties/suspension/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$"},schema:"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$",parentSchema:schema60.properties.notices.properties.templates.properties.suspension,data:data79};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
else {
const err236 = {instancePath:instancePath+"/notices/templates/suspension",schemaPath:"#/properties/notices/properties/templates/properties/suspension/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.templates.properties.suspension.type,parentSchema:schema60.properties.notices.properties.templates.properties.suspension,data:data79};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
if(data78.deletion !== undefined){
let data80 = data78.deletion;
if(typeof data80 === "string"){
if(func2(data80) > 200){
const err237 = {instancePath:instancePath+"/notices/templates/deletion",schemaPath:"#/properties/notices/properties/templates/properties/deletion/maxLength",keyword:"maxLength",params:{limit: 200},schema:200,parentSchema:schema60.properties.notices.properties.templates.properties.deletion,data:data80};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
if(!pattern61.test(data80)){
const err238 = {instancePath:instancePath+"/notices/templates/deletion",schemaPath:"#/properties/notices/properties/templates/properties/deletion/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$"},schema:"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$",parentSchema:schema60.properties.notices.properties.templates.properties.deletion,data:data80};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
else {
const err239 = {instancePath:instancePath+"/notices/templates/deletion",schemaPath:"#/properties/notices/properties/templates/properties/deletion/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.templates.properties.deletion.type,parentSchema:schema60.properties.notices.properties.templates.properties.deletion,data:data80};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
if(data78.issue !== undefined){
let data81 = data78.issue;
if(typeof data81 === "string"){
if(func2(data81) > 200){
const err240 = {instancePath:instancePath+"/notices/templates/issue",schemaPath:"#/properties/notices/properties/templates/properties/issue/maxLength",keyword:"maxLength",params:{limit: 200},schema:200,parentSchema:schema60.properties.notices.properties.templates.properties.issue,data:data81};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
if(!pattern61.test(data81)){
const err241 = {instancePath:instancePath+"/notices/templates/issue",schemaPath:"#/properties/notices/properties/templates/properties/issue/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$"},schema:"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$",parentSchema:schema60.properties.notices.properties.templates.properties.issue,data:data81};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
else {
const err242 = {instancePath:instancePath+"/notices/templates/issue",schemaPath:"#/properties/notices/properties/templates/properties/issue/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.templates.properties.issue.type,parentSchema:schema60.properties.notices.properties.templates.properties.issue,data:data81};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
if(data78.change !== undefined){
let data82 = data78.change;
if(typeof data82 === "string"){
if(func2(data82) > 200){
const err243 = {instancePath:instancePath+"/notices/templates/change",schemaPath:"#/properties/notices/properties/templates/properties/change/maxLength",keyword:"maxLength",params:{limit: 200},schema:200,parentSchema:schema60.properties.notices.properties.templates.properties.change,data:data82};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
if(!pattern61.test(data82)){
const err244 = {instancePath:instancePath+"/notices/templates/change",schemaPath:"#/properties/notices/properties/templates/properties/change/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$"},schema:"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$",parentSchema:schema60.properties.notices.properties.templates.properties.change,data:data82};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
else {
const err245 = {instancePath:instancePath+"/notices/templates/change",schemaPath:"#/properties/notices/properties/templates/properties/change/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.templates.properties.change.type,parentSchema:schema60.properties.notices.properties.templates.properties.change,data:data82};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
if(data78.reset !== undefined){
let data83 = data78.reset;
if(typeof data83 === "string"){
if(func2(data83) > 200){
const err246 = {instancePath:instancePath+"/notices/templates/reset",schemaPath:"#/properties/notices/properties/templates/properties/reset/maxLength",keyword:"maxLength",params:{limit: 200},schema:200,parentSchema:schema60.properties.notices.properties.templates.properties.reset,data:data83};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
if(!pattern61.test(data83)){
const err247 = {instancePath:instancePath+"/notices/templates/reset",schemaPath:"#/properties/notices/properties/templates/properties/reset/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$"},schema:"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$",parentSchema:schema60.properties.notices.properties.templates.properties.reset,data:data83};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
else {
const err248 = {instancePath:instancePath+"/notices/templates/reset",schemaPath:"#/properties/notices/properties/templates/properties/reset/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.templates.properties.reset.type,parentSchema:schema60.properties.notices.properties.templates.properties.reset,data:data83};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
if(data78.termination !== undefined){
let data84 = data78.termination;
if(typeof data84 === "string"){
if(func2(data84) > 200){
const err249 = {instancePath:instancePath+"/notices/templates/termination",schemaPath:"#/properties/notices/properties/templates/properties/termination/maxLength",keyword:"maxLength",params:{limit: 200},schema:200,parentSchema:schema60.properties.notices.properties.templates.properties.termination,data:data84};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
if(!pattern61.test(data84)){
const err250 = {instancePath:instancePath+"/notices/templates/termination",schemaPath:"#/properties/notices/properties/templates/properties/termination/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$"},schema:"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$",parentSchema:schema60.properties.notices.properties.templates.properties.termination,data:data84};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
else {
const err251 = {instancePath:instancePath+"/notices/templates/termination",schemaPath:"#/properties/notices/properties/templates/properties/termination/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.templates.properties.termination.type,parentSchema:schema60.properties.notices.properties.templates.properties.termination,data:data84};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
if(data78.restoration !== undefined){
let data85 = data78.restoration;
if(typeof data85 === "string"){
if(func2(data85) > 200){
const err252 = {instancePath:instancePath+"/notices/templates/restoration",schemaPath:"#/properties/notices/properties/templates/properties/restoration/maxLength",keyword:"maxLength",params:{limit: 200},schema:200,parentSchema:schema60.properties.notices.properties.templates.properties.restoration,data:data85};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
if(!pattern61.test(data85)){
const err253 = {instancePath:instancePath+"/notices/templates/restoration",schemaPath:"#/properties/notices/properties/templates/properties/restoration/pattern",keyword:"pattern",params:{pattern: "^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$"},schema:"^(?!.*\\.\\.)[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.docx$",parentSchema:schema60.properties.notices.properties.templates.properties.restoration,data:data85};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
else {
const err254 = {instancePath:instancePath+"/notices/templates/restoration",schemaPath:"#/properties/notices/properties/templates/properties/restoration/type",keyword:"type",params:{type: "string"},schema:schema60.properties.notices.properties.templates.properties.restoration.type,parentSchema:schema60.properties.notices.properties.templates.properties.restoration,data:data85};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
}
else {
const err255 = {instancePath:instancePath+"/notices/templates",schemaPath:"#/properties/notices/properties/templates/type",keyword:"type",params:{type: "object"},schema:schema60.properties.notices.properties.templates.type,parentSchema:schema60.properties.notices.properties.templates,data:data78};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
}
else {
const err256 = {instancePath:instancePath+"/notices",schemaPath:"#/properties/notices/type",keyword:"type",params:{type: "object"},schema:schema60.properties.notices.type,parentSchema:schema60.properties.notices,data:data65};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
if(data.unmanaged !== undefined){
let data86 = data.unmanaged;
if(Array.isArray(data86)){
const len5 = data86.length;
for(let i10=0; i10<len5; i10++){
let data87 = data86[i10];
if(!((((((data87 === "title") || (data87 === "ou")) || (data87 === "telephoneNumber")) || (data87 === "givenName")) || (data87 === "o")) || (data87 === "businessCategory"))){
const err257 = {instancePath:instancePath+"/unmanaged/" + i10,schemaPath:"#/properties/unmanaged/items/enum",keyword:"enum",params:{allowedValues: schema60.properties.unmanaged.items.enum},schema:schema60.properties.unmanaged.items.enum,parentSchema:schema60.properties.unmanaged.items,data:data87};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
let i11 = data86.length;
let j5;
if(i11 > 1){
outer0:
for(;i11--;){
for(j5 = i11; j5--;){
if(func0(data86[i11], data86[j5])){
const err258 = {instancePath:instancePath+"/unmanaged",schemaPath:"#/properties/unmanaged/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j5},schema:true,parentSchema:schema60.properties.unmanaged,data:data86};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err259 = {instancePath:instancePath+"/unmanaged",schemaPath:"#/properties/unmanaged/type",keyword:"type",params:{type: "array"},schema:schema60.properties.unmanaged.type,parentSchema:schema60.properties.unmanaged,data:data86};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
if(data.publish !== undefined){
let data88 = data.publish;
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
for(const key15 in data88){
if(!((((key15 === "people") || (key15 === "titles")) || (key15 === "units")) || (key15 === "phones"))){
const err260 = {instancePath:instancePath+"/publish",schemaPath:"#/properties/publish/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},schema:false,parentSchema:schema60.properties.publish,data:data88};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
if(data88.people !== undefined){
let data89 = data88.people;
if(typeof data89 !== "boolean"){
const err261 = {instancePath:instancePath+"/publish/people",schemaPath:"#/properties/publish/properties/people/type",keyword:"type",params:{type: "boolean"},schema:schema60.properties.publish.properties.people.type,parentSchema:schema60.properties.publish.properties.people,data:data89};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
if(data88.titles !== undefined){
let data90 = data88.titles;
if(typeof data90 !== "boolean"){
const err262 = {instancePath:instancePath+"/publish/titles",schemaPath:"#/properties/publish/properties/titles/type",keyword:"type",params:{type: "boolean"},schema:schema60.properties.publish.properties.titles.type,parentSchema:schema60.properties.publish.properties.titles,data:data90};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
if(data88.units !== undefined){
let data91 = data88.units;
if(typeof data91 !== "boolean"){
const err263 = {instancePath:instancePath+"/publish/units",schemaPath:"#/properties/publish/properties/units/type",keyword:"type",params:{type: "boolean"},schema:schema60.properties.publish.properties.units.type,parentSchema:schema60.properties.publish.properties.units,data:data91};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
if(data88.phones !== undefined){
let data92 = data88.phones;
if(typeof data92 !== "boolean"){
const err264 = {instancePath:instancePath+"/publish/phones",schemaPath:"#/properties/publish/properties/phones/type",keyword:"type",params:{type: "boolean"},schema:schema60.properties.publish.properties.phones.type,parentSchema:schema60.properties.publish.properties.phones,data:data92};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
}
else {
const err265 = {instancePath:instancePath+"/publish",schemaPath:"#/properties/publish/type",keyword:"type",params:{type: "object"},schema:schema60.properties.publish.type,parentSchema:schema60.properties.publish,data:data88};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
if(data.guard !== undefined){
let data93 = data.guard;
if(data93 && typeof data93 == "object" && !Array.isArray(data93)){
if(data93.run === undefined){
const err266 = {instancePath:instancePath+"/guard",schemaPath:"#/properties/guard/required",keyword:"required",params:{missingProperty: "run"},schema:schema60.properties.guard.required,parentSchema:schema60.properties.guard,data:data93};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
if(data93.organization === undefined){
const err267 = {instancePath:instancePath+"/guard",schemaPath:"#/properties/guard/required",keyword:"required",params:{missingProperty: "organization"},schema:schema60.properties.guard.required,parentSchema:schema60.properties.guard,data:data93};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
if(data93.protected === undefined){
const err268 = {instancePath:instancePath+"/guard",schemaPath:"#/properties/guard/required",keyword:"required",params:{missingProperty: "protected"},schema:schema60.properties.guard.required,parentSchema:schema60.properties.guard,data:data93};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
for(const key16 in data93){
if(!(((key16 === "run") || (key16 === "organization")) || (key16 === "protected"))){
const err269 = {instancePath:instancePath+"/guard",schemaPath:"#/properties/guard/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},schema:false,parentSchema:schema60.properties.guard,data:data93};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
if(data93.run !== undefined){
let data94 = data93.run;
if(data94 && typeof data94 == "object" && !Array.isArray(data94)){
if(data94.share === undefined){
const err270 = {instancePath:instancePath+"/guard/run",schemaPath:"#/properties/guard/properties/run/required",keyword:"required",params:{missingProperty: "share"},schema:schema60.properties.guard.properties.run.required,parentSchema:schema60.properties.guard.properties.run,data:data94};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
if(data94.count === undefined){
const err271 = {instancePath:instancePath+"/guard/run",schemaPath:"#/properties/guard/properties/run/required",keyword:"required",params:{missingProperty: "count"},schema:schema60.properties.guard.properties.run.required,parentSchema:schema60.properties.guard.properties.run,data:data94};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
for(const key17 in data94){
if(!((key17 === "share") || (key17 === "count"))){
const err272 = {instancePath:instancePath+"/guard/run",schemaPath:"#/properties/guard/properties/run/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},schema:false,parentSchema:schema60.properties.guard.properties.run,data:data94};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
if(data94.share !== undefined){
let data95 = data94.share;
if((typeof data95 == "number") && (isFinite(data95))){
if(data95 > 100 || isNaN(data95)){
const err273 = {instancePath:instancePath+"/guard/run/share",schemaPath:"#/properties/guard/properties/run/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},schema:100,parentSchema:schema60.properties.guard.properties.run.properties.share,data:data95};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
if(data95 < 0 || isNaN(data95)){
const err274 = {instancePath:instancePath+"/guard/run/share",schemaPath:"#/properties/guard/properties/run/properties/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema60.properties.guard.properties.run.properties.share,data:data95};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
else {
const err275 = {instancePath:instancePath+"/guard/run/share",schemaPath:"#/properties/guard/properties/run/properties/share/type",keyword:"type",params:{type: "number"},schema:schema60.properties.guard.properties.run.properties.share.type,parentSchema:schema60.properties.guard.properties.run.properties.share,data:data95};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
if(data94.count !== undefined){
let data96 = data94.count;
if(!(((typeof data96 == "number") && (!(data96 % 1) && !isNaN(data96))) && (isFinite(data96)))){
const err276 = {instancePath:instancePath+"/guard/run/count",schemaPath:"#/properties/guard/properties/run/properties/count/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.guard.properties.run.properties.count.type,parentSchema:schema60.properties.guard.properties.run.properties.count,data:data96};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
if((typeof data96 == "number") && (isFinite(data96))){
if(data96 > 1000000 || isNaN(data96)){
const err277 = {instancePath:instancePath+"/guard/run/count",schemaPath:"#/properties/guard/properties/run/properties/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema60.properties.guard.properties.run.properties.count,data:data96};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
if(data96 < 0 || isNaN(data96)){
const err278 = {instancePath:instancePath+"/guard/run/count",schemaPath:"#/properties/guard/properties/run/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema60.properties.guard.properties.run.properties.count,data:data96};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
}
}
else {
const err279 = {instancePath:instancePath+"/guard/run",schemaPath:"#/properties/guard/properties/run/type",keyword:"type",params:{type: "object"},schema:schema60.properties.guard.properties.run.type,parentSchema:schema60.properties.guard.properties.run,data:data94};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
if(data93.organization !== undefined){
let data97 = data93.organization;
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
if(data97.share === undefined){
const err280 = {instancePath:instancePath+"/guard/organization",schemaPath:"#/properties/guard/properties/organization/required",keyword:"required",params:{missingProperty: "share"},schema:schema60.properties.guard.properties.organization.required,parentSchema:schema60.properties.guard.properties.organization,data:data97};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
if(data97.count === undefined){
const err281 = {instancePath:instancePath+"/guard/organization",schemaPath:"#/properties/guard/properties/organization/required",keyword:"required",params:{missingProperty: "count"},schema:schema60.properties.guard.properties.organization.required,parentSchema:schema60.properties.guard.properties.organization,data:data97};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
for(const key18 in data97){
if(!((key18 === "share") || (key18 === "count"))){
const err282 = {instancePath:instancePath+"/guard/organization",schemaPath:"#/properties/guard/properties/organization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},schema:false,parentSchema:schema60.properties.guard.properties.organization,data:data97};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
if(data97.share !== undefined){
let data98 = data97.share;
if((typeof data98 == "number") && (isFinite(data98))){
if(data98 > 100 || isNaN(data98)){
const err283 = {instancePath:instancePath+"/guard/organization/share",schemaPath:"#/properties/guard/properties/organization/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},schema:100,parentSchema:schema60.properties.guard.properties.organization.properties.share,data:data98};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
if(data98 < 0 || isNaN(data98)){
const err284 = {instancePath:instancePath+"/guard/organization/share",schemaPath:"#/properties/guard/properties/organization/properties/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema60.properties.guard.properties.organization.properties.share,data:data98};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
else {
const err285 = {instancePath:instancePath+"/guard/organization/share",schemaPath:"#/properties/guard/properties/organization/properties/share/type",keyword:"type",params:{type: "number"},schema:schema60.properties.guard.properties.organization.properties.share.type,parentSchema:schema60.properties.guard.properties.organization.properties.share,data:data98};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
}
if(data97.count !== undefined){
let data99 = data97.count;
if(!(((typeof data99 == "number") && (!(data99 % 1) && !isNaN(data99))) && (isFinite(data99)))){
const err286 = {instancePath:instancePath+"/guard/organization/count",schemaPath:"#/properties/guard/properties/organization/properties/count/type",keyword:"type",params:{type: "integer"},schema:schema60.properties.guard.properties.organization.properties.count.type,parentSchema:schema60.properties.guard.properties.organization.properties.count,data:data99};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
if((typeof data99 == "number") && (isFinite(data99))){
if(data99 > 1000000 || isNaN(data99)){
const err287 = {instancePath:instancePath+"/guard/organization/count",schemaPath:"#/properties/guard/properties/organization/properties/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},schema:1000000,parentSchema:schema60.properties.guard.properties.organization.properties.count,data:data99};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
if(data99 < 0 || isNaN(data99)){
const err288 = {instancePath:instancePath+"/guard/organization/count",schemaPath:"#/properties/guard/properties/organization/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},schema:0,parentSchema:schema60.properties.guard.properties.organization.properties.count,data:data99};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
}
}
}
else {
const err289 = {instancePath:instancePath+"/guard/organization",schemaPath:"#/properties/guard/properties/organization/type",keyword:"type",params:{type: "object"},schema:schema60.properties.guard.properties.organization.type,parentSchema:schema60.properties.guard.properties.organization,data:data97};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
}
if(data93.protected !== undefined){
let data100 = data93.protected;
if(Array.isArray(data100)){
const len6 = data100.length;
for(let i12=0; i12<len6; i12++){
let data101 = data100[i12];
if(typeof data101 === "string"){
if(!pattern68.test(data101)){
const err290 = {instancePath:instancePath+"/guard/protected/" + i12,schemaPath:"#/properties/guard/properties/protected/items/pattern",keyword:"pattern",params:{pattern: "^(person:[A-Z][A-Z0-9]*-[0-9]+|organization:[a-z0-9][a-z0-9-]{0,62})$"},schema:"^(person:[A-Z][A-Z0-9]*-[0-9]+|organization:[a-z0-9][a-z0-9-]{0,62})$",parentSchema:schema60.properties.guard.properties.protected.items,data:data101};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
else {
const err291 = {instancePath:instancePath+"/guard/protected/" + i12,schemaPath:"#/properties/guard/properties/protected/items/type",keyword:"type",params:{type: "string"},schema:schema60.properties.guard.properties.protected.items.type,parentSchema:schema60.properties.guard.properties.protected.items,data:data101};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
let i13 = data100.length;
let j6;
if(i13 > 1){
const indices5 = {};
for(;i13--;){
let item5 = data100[i13];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j6 = indices5[item5];
const err292 = {instancePath:instancePath+"/guard/protected",schemaPath:"#/properties/guard/properties/protected/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j6},schema:true,parentSchema:schema60.properties.guard.properties.protected,data:data100};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
break;
}
indices5[item5] = i13;
}
}
}
else {
const err293 = {instancePath:instancePath+"/guard/protected",schemaPath:"#/properties/guard/properties/protected/type",keyword:"type",params:{type: "array"},schema:schema60.properties.guard.properties.protected.type,parentSchema:schema60.properties.guard.properties.protected,data:data100};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
}
}
else {
const err294 = {instancePath:instancePath+"/guard",schemaPath:"#/properties/guard/type",keyword:"type",params:{type: "object"},schema:schema60.properties.guard.type,parentSchema:schema60.properties.guard,data:data93};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
}
else {
const err295 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema60.type,parentSchema:schema60,data};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
validate43.errors = vErrors;
return errors === 0;
}
validate43.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

exports.calendar = validate44;
const schema61 = {"$id":"urn:danhba:schema:calendar","type":"object","additionalProperties":false,"required":["year","source","weekdaysOff","weekendDaysWorked"],"properties":{"year":{"type":"integer","minimum":2000,"maximum":2199},"source":{"type":"string","minLength":1,"maxLength":500},"weekdaysOff":{"type":"array","uniqueItems":true,"items":{"$ref":"#/$defs/day"}},"weekendDaysWorked":{"type":"array","uniqueItems":true,"items":{"$ref":"#/$defs/day"}}},"$defs":{"date":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"day":{"if":{"type":"object"},"then":{"$ref":"#/$defs/datedReason"},"else":{"$ref":"#/$defs/date"}},"datedReason":{"type":"object","additionalProperties":false,"required":["date","reason"],"properties":{"date":{"$ref":"#/$defs/date"},"reason":{"type":"string","minLength":1,"maxLength":250}}}}};
const schema62 = {"if":{"type":"object"},"then":{"$ref":"#/$defs/datedReason"},"else":{"$ref":"#/$defs/date"}};
const schema64 = {"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"};
const schema63 = {"type":"object","additionalProperties":false,"required":["date","reason"],"properties":{"date":{"$ref":"#/$defs/date"},"reason":{"type":"string","minLength":1,"maxLength":250}}};

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate46.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.date === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "date"},schema:schema63.required,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.reason === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"},schema:schema63.required,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "date") || (key0 === "reason"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.date !== undefined){
let data0 = data.date;
if(typeof data0 === "string"){
if(!pattern12.test(data0)){
const err3 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema64,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!(formats0(data0))){
const err4 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema64,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},schema:schema64.type,parentSchema:schema64,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.reason !== undefined){
let data1 = data.reason;
if(typeof data1 === "string"){
if(func2(data1) > 250){
const err6 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/maxLength",keyword:"maxLength",params:{limit: 250},schema:250,parentSchema:schema63.properties.reason,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func2(data1) < 1){
const err7 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema63.properties.reason,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},schema:schema63.properties.reason.type,parentSchema:schema63.properties.reason,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema63.type,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate46.errors = vErrors;
return errors === 0;
}
validate46.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate45.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(data && typeof data == "object" && !Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(!(validate46(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
if(valid0){
var props0 = true;
}
ifClause0 = "then";
}
else {
const _errs4 = errors;
if(typeof data === "string"){
if(!pattern12.test(data)){
const err1 = {instancePath,schemaPath:"#/$defs/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema64,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!(formats0(data))){
const err2 = {instancePath,schemaPath:"#/$defs/date/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema64,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/$defs/date/type",keyword:"type",params:{type: "string"},schema:schema64.type,parentSchema:schema64,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err4 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},schema:schema62.if,parentSchema:schema62,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate45.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate45.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:danhba:schema:calendar" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate44.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.year === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "year"},schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.source === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "source"},schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.weekdaysOff === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "weekdaysOff"},schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.weekendDaysWorked === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "weekendDaysWorked"},schema:schema61.required,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "year") || (key0 === "source")) || (key0 === "weekdaysOff")) || (key0 === "weekendDaysWorked"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.year !== undefined){
let data0 = data.year;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err5 = {instancePath:instancePath+"/year",schemaPath:"#/properties/year/type",keyword:"type",params:{type: "integer"},schema:schema61.properties.year.type,parentSchema:schema61.properties.year,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 2199 || isNaN(data0)){
const err6 = {instancePath:instancePath+"/year",schemaPath:"#/properties/year/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2199},schema:2199,parentSchema:schema61.properties.year,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data0 < 2000 || isNaN(data0)){
const err7 = {instancePath:instancePath+"/year",schemaPath:"#/properties/year/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2000},schema:2000,parentSchema:schema61.properties.year,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.source !== undefined){
let data1 = data.source;
if(typeof data1 === "string"){
if(func2(data1) > 500){
const err8 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/maxLength",keyword:"maxLength",params:{limit: 500},schema:500,parentSchema:schema61.properties.source,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(func2(data1) < 1){
const err9 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema61.properties.source,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"},schema:schema61.properties.source.type,parentSchema:schema61.properties.source,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.weekdaysOff !== undefined){
let data2 = data.weekdaysOff;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate45(data2[i0], {instancePath:instancePath+"/weekdaysOff/" + i0,parentData:data2,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data2[i1], data2[j0])){
const err11 = {instancePath:instancePath+"/weekdaysOff",schemaPath:"#/properties/weekdaysOff/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},schema:true,parentSchema:schema61.properties.weekdaysOff,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err12 = {instancePath:instancePath+"/weekdaysOff",schemaPath:"#/properties/weekdaysOff/type",keyword:"type",params:{type: "array"},schema:schema61.properties.weekdaysOff.type,parentSchema:schema61.properties.weekdaysOff,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.weekendDaysWorked !== undefined){
let data4 = data.weekendDaysWorked;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i2=0; i2<len1; i2++){
if(!(validate45(data4[i2], {instancePath:instancePath+"/weekendDaysWorked/" + i2,parentData:data4,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
let i3 = data4.length;
let j1;
if(i3 > 1){
outer1:
for(;i3--;){
for(j1 = i3; j1--;){
if(func0(data4[i3], data4[j1])){
const err13 = {instancePath:instancePath+"/weekendDaysWorked",schemaPath:"#/properties/weekendDaysWorked/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},schema:true,parentSchema:schema61.properties.weekendDaysWorked,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
break outer1;
}
}
}
}
}
else {
const err14 = {instancePath:instancePath+"/weekendDaysWorked",schemaPath:"#/properties/weekendDaysWorked/type",keyword:"type",params:{type: "array"},schema:schema61.properties.weekendDaysWorked.type,parentSchema:schema61.properties.weekendDaysWorked,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema61.type,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate44.errors = vErrors;
return errors === 0;
}
validate44.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

exports.grants = validate50;
const schema66 = {"$id":"urn:danhba:schema:grants","type":"array","items":{"$ref":"#/$defs/grant"},"$defs":{"grant":{"type":"object","additionalProperties":false,"required":["document","date"],"properties":{"address":{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+$","maxLength":254},"suffix":{"type":"string","pattern":"^[a-z0-9]+(\\.[a-z0-9]+)*$","maxLength":63},"holder":{"type":"string","pattern":"^(person:[A-Z][A-Z0-9]*-[0-9]+|organization:[a-z0-9][a-z0-9-]{0,62})$","maxLength":80},"organization":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"},"document":{"type":"string","minLength":1,"maxLength":120},"date":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"}}}}};
const schema67 = {"type":"object","additionalProperties":false,"required":["document","date"],"properties":{"address":{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+$","maxLength":254},"suffix":{"type":"string","pattern":"^[a-z0-9]+(\\.[a-z0-9]+)*$","maxLength":63},"holder":{"type":"string","pattern":"^(person:[A-Z][A-Z0-9]*-[0-9]+|organization:[a-z0-9][a-z0-9-]{0,62})$","maxLength":80},"organization":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"},"document":{"type":"string","minLength":1,"maxLength":120},"date":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"}}};

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:danhba:schema:grants" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate50.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.document === undefined){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/grant/required",keyword:"required",params:{missingProperty: "document"},schema:schema67.required,parentSchema:schema67,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.date === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/grant/required",keyword:"required",params:{missingProperty: "date"},schema:schema67.required,parentSchema:schema67,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data0){
if(!((((((key0 === "address") || (key0 === "suffix")) || (key0 === "holder")) || (key0 === "organization")) || (key0 === "document")) || (key0 === "date"))){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/grant/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema67,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.address !== undefined){
let data1 = data0.address;
if(typeof data1 === "string"){
if(func2(data1) > 254){
const err3 = {instancePath:instancePath+"/" + i0+"/address",schemaPath:"#/$defs/grant/properties/address/maxLength",keyword:"maxLength",params:{limit: 254},schema:254,parentSchema:schema67.properties.address,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern11.test(data1)){
const err4 = {instancePath:instancePath+"/" + i0+"/address",schemaPath:"#/$defs/grant/properties/address/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+$"},schema:"^[^@\\s]+@[^@\\s]+$",parentSchema:schema67.properties.address,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/" + i0+"/address",schemaPath:"#/$defs/grant/properties/address/type",keyword:"type",params:{type: "string"},schema:schema67.properties.address.type,parentSchema:schema67.properties.address,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.suffix !== undefined){
let data2 = data0.suffix;
if(typeof data2 === "string"){
if(func2(data2) > 63){
const err6 = {instancePath:instancePath+"/" + i0+"/suffix",schemaPath:"#/$defs/grant/properties/suffix/maxLength",keyword:"maxLength",params:{limit: 63},schema:63,parentSchema:schema67.properties.suffix,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern7.test(data2)){
const err7 = {instancePath:instancePath+"/" + i0+"/suffix",schemaPath:"#/$defs/grant/properties/suffix/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(\\.[a-z0-9]+)*$"},schema:"^[a-z0-9]+(\\.[a-z0-9]+)*$",parentSchema:schema67.properties.suffix,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/" + i0+"/suffix",schemaPath:"#/$defs/grant/properties/suffix/type",keyword:"type",params:{type: "string"},schema:schema67.properties.suffix.type,parentSchema:schema67.properties.suffix,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data0.holder !== undefined){
let data3 = data0.holder;
if(typeof data3 === "string"){
if(func2(data3) > 80){
const err9 = {instancePath:instancePath+"/" + i0+"/holder",schemaPath:"#/$defs/grant/properties/holder/maxLength",keyword:"maxLength",params:{limit: 80},schema:80,parentSchema:schema67.properties.holder,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern68.test(data3)){
const err10 = {instancePath:instancePath+"/" + i0+"/holder",schemaPath:"#/$defs/grant/properties/holder/pattern",keyword:"pattern",params:{pattern: "^(person:[A-Z][A-Z0-9]*-[0-9]+|organization:[a-z0-9][a-z0-9-]{0,62})$"},schema:"^(person:[A-Z][A-Z0-9]*-[0-9]+|organization:[a-z0-9][a-z0-9-]{0,62})$",parentSchema:schema67.properties.holder,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/" + i0+"/holder",schemaPath:"#/$defs/grant/properties/holder/type",keyword:"type",params:{type: "string"},schema:schema67.properties.holder.type,parentSchema:schema67.properties.holder,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data0.organization !== undefined){
let data4 = data0.organization;
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
const err12 = {instancePath:instancePath+"/" + i0+"/organization",schemaPath:"#/$defs/grant/properties/organization/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema67.properties.organization,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/" + i0+"/organization",schemaPath:"#/$defs/grant/properties/organization/type",keyword:"type",params:{type: "string"},schema:schema67.properties.organization.type,parentSchema:schema67.properties.organization,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data0.document !== undefined){
let data5 = data0.document;
if(typeof data5 === "string"){
if(func2(data5) > 120){
const err14 = {instancePath:instancePath+"/" + i0+"/document",schemaPath:"#/$defs/grant/properties/document/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema67.properties.document,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func2(data5) < 1){
const err15 = {instancePath:instancePath+"/" + i0+"/document",schemaPath:"#/$defs/grant/properties/document/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema67.properties.document,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/" + i0+"/document",schemaPath:"#/$defs/grant/properties/document/type",keyword:"type",params:{type: "string"},schema:schema67.properties.document.type,parentSchema:schema67.properties.document,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data0.date !== undefined){
let data6 = data0.date;
if(typeof data6 === "string"){
if(!pattern12.test(data6)){
const err17 = {instancePath:instancePath+"/" + i0+"/date",schemaPath:"#/$defs/grant/properties/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema67.properties.date,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!(formats0(data6))){
const err18 = {instancePath:instancePath+"/" + i0+"/date",schemaPath:"#/$defs/grant/properties/date/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema67.properties.date,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/" + i0+"/date",schemaPath:"#/$defs/grant/properties/date/type",keyword:"type",params:{type: "string"},schema:schema67.properties.date.type,parentSchema:schema67.properties.date,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/grant/type",keyword:"type",params:{type: "object"},schema:schema67.type,parentSchema:schema67,data:data0};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema66.type,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate50.errors = vErrors;
return errors === 0;
}
validate50.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

exports.adoption = validate51;
const schema68 = {"$id":"urn:danhba:schema:adoption","type":"object","additionalProperties":false,"required":["format","domain","baseDn","entries"],"properties":{"format":{"const":"danhba-adoption/1"},"domain":{"type":"string","pattern":"^[a-z0-9-]+(\\.[a-z0-9-]+)+$","maxLength":253},"baseDn":{"type":"string","minLength":3,"maxLength":500,"pattern":"^[A-Za-z][A-Za-z0-9-]*="},"entries":{"type":"array","items":{"$ref":"#/$defs/entry"}}},"$defs":{"entry":{"type":"object","additionalProperties":false,"required":["key","uuid","dn","addresses"],"properties":{"key":{"type":"string","pattern":"^(person:[A-Z][A-Z0-9]*-[0-9]+|organization:[a-z0-9][a-z0-9-]{0,62})$","maxLength":80},"uuid":{"type":"string","pattern":"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},"dn":{"type":"string","minLength":3,"maxLength":1000,"pattern":"^[A-Za-z][A-Za-z0-9-]*="},"addresses":{"type":"array","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":254}}}}}};
const schema69 = {"type":"object","additionalProperties":false,"required":["key","uuid","dn","addresses"],"properties":{"key":{"type":"string","pattern":"^(person:[A-Z][A-Z0-9]*-[0-9]+|organization:[a-z0-9][a-z0-9-]{0,62})$","maxLength":80},"uuid":{"type":"string","pattern":"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},"dn":{"type":"string","minLength":3,"maxLength":1000,"pattern":"^[A-Za-z][A-Za-z0-9-]*="},"addresses":{"type":"array","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":254}}}};
const pattern79 = new RegExp("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", "u");

function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:danhba:schema:adoption" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate51.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.format === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "format"},schema:schema68.required,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.domain === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "domain"},schema:schema68.required,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.baseDn === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "baseDn"},schema:schema68.required,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.entries === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "entries"},schema:schema68.required,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "format") || (key0 === "domain")) || (key0 === "baseDn")) || (key0 === "entries"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.format !== undefined){
let data0 = data.format;
if("danhba-adoption/1" !== data0){
const err5 = {instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "danhba-adoption/1"},schema:"danhba-adoption/1",parentSchema:schema68.properties.format,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.domain !== undefined){
let data1 = data.domain;
if(typeof data1 === "string"){
if(func2(data1) > 253){
const err6 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/maxLength",keyword:"maxLength",params:{limit: 253},schema:253,parentSchema:schema68.properties.domain,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern30.test(data1)){
const err7 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+(\\.[a-z0-9-]+)+$"},schema:"^[a-z0-9-]+(\\.[a-z0-9-]+)+$",parentSchema:schema68.properties.domain,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/type",keyword:"type",params:{type: "string"},schema:schema68.properties.domain.type,parentSchema:schema68.properties.domain,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.baseDn !== undefined){
let data2 = data.baseDn;
if(typeof data2 === "string"){
if(func2(data2) > 500){
const err9 = {instancePath:instancePath+"/baseDn",schemaPath:"#/properties/baseDn/maxLength",keyword:"maxLength",params:{limit: 500},schema:500,parentSchema:schema68.properties.baseDn,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func2(data2) < 3){
const err10 = {instancePath:instancePath+"/baseDn",schemaPath:"#/properties/baseDn/minLength",keyword:"minLength",params:{limit: 3},schema:3,parentSchema:schema68.properties.baseDn,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern31.test(data2)){
const err11 = {instancePath:instancePath+"/baseDn",schemaPath:"#/properties/baseDn/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]*="},schema:"^[A-Za-z][A-Za-z0-9-]*=",parentSchema:schema68.properties.baseDn,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/baseDn",schemaPath:"#/properties/baseDn/type",keyword:"type",params:{type: "string"},schema:schema68.properties.baseDn.type,parentSchema:schema68.properties.baseDn,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.entries !== undefined){
let data3 = data.entries;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.key === undefined){
const err13 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/$defs/entry/required",keyword:"required",params:{missingProperty: "key"},schema:schema69.required,parentSchema:schema69,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data4.uuid === undefined){
const err14 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/$defs/entry/required",keyword:"required",params:{missingProperty: "uuid"},schema:schema69.required,parentSchema:schema69,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data4.dn === undefined){
const err15 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/$defs/entry/required",keyword:"required",params:{missingProperty: "dn"},schema:schema69.required,parentSchema:schema69,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data4.addresses === undefined){
const err16 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/$defs/entry/required",keyword:"required",params:{missingProperty: "addresses"},schema:schema69.required,parentSchema:schema69,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key1 in data4){
if(!((((key1 === "key") || (key1 === "uuid")) || (key1 === "dn")) || (key1 === "addresses"))){
const err17 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/$defs/entry/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema69,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data4.key !== undefined){
let data5 = data4.key;
if(typeof data5 === "string"){
if(func2(data5) > 80){
const err18 = {instancePath:instancePath+"/entries/" + i0+"/key",schemaPath:"#/$defs/entry/properties/key/maxLength",keyword:"maxLength",params:{limit: 80},schema:80,parentSchema:schema69.properties.key,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern68.test(data5)){
const err19 = {instancePath:instancePath+"/entries/" + i0+"/key",schemaPath:"#/$defs/entry/properties/key/pattern",keyword:"pattern",params:{pattern: "^(person:[A-Z][A-Z0-9]*-[0-9]+|organization:[a-z0-9][a-z0-9-]{0,62})$"},schema:"^(person:[A-Z][A-Z0-9]*-[0-9]+|organization:[a-z0-9][a-z0-9-]{0,62})$",parentSchema:schema69.properties.key,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/entries/" + i0+"/key",schemaPath:"#/$defs/entry/properties/key/type",keyword:"type",params:{type: "string"},schema:schema69.properties.key.type,parentSchema:schema69.properties.key,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data4.uuid !== undefined){
let data6 = data4.uuid;
if(typeof data6 === "string"){
if(!pattern79.test(data6)){
const err21 = {instancePath:instancePath+"/entries/" + i0+"/uuid",schemaPath:"#/$defs/entry/properties/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},schema:"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",parentSchema:schema69.properties.uuid,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/entries/" + i0+"/uuid",schemaPath:"#/$defs/entry/properties/uuid/type",keyword:"type",params:{type: "string"},schema:schema69.properties.uuid.type,parentSchema:schema69.properties.uuid,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data4.dn !== undefined){
let data7 = data4.dn;
if(typeof data7 === "string"){
if(func2(data7) > 1000){
const err23 = {instancePath:instancePath+"/entries/" + i0+"/dn",schemaPath:"#/$defs/entry/properties/dn/maxLength",keyword:"maxLength",params:{limit: 1000},schema:1000,parentSchema:schema69.properties.dn,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(func2(data7) < 3){
const err24 = {instancePath:instancePath+"/entries/" + i0+"/dn",schemaPath:"#/$defs/entry/properties/dn/minLength",keyword:"minLength",params:{limit: 3},schema:3,parentSchema:schema69.properties.dn,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!pattern31.test(data7)){
const err25 = {instancePath:instancePath+"/entries/" + i0+"/dn",schemaPath:"#/$defs/entry/properties/dn/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]*="},schema:"^[A-Za-z][A-Za-z0-9-]*=",parentSchema:schema69.properties.dn,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/entries/" + i0+"/dn",schemaPath:"#/$defs/entry/properties/dn/type",keyword:"type",params:{type: "string"},schema:schema69.properties.dn.type,parentSchema:schema69.properties.dn,data:data7};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data4.addresses !== undefined){
let data8 = data4.addresses;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(typeof data9 === "string"){
if(func2(data9) > 254){
const err27 = {instancePath:instancePath+"/entries/" + i0+"/addresses/" + i1,schemaPath:"#/$defs/entry/properties/addresses/items/maxLength",keyword:"maxLength",params:{limit: 254},schema:254,parentSchema:schema69.properties.addresses.items,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(func2(data9) < 1){
const err28 = {instancePath:instancePath+"/entries/" + i0+"/addresses/" + i1,schemaPath:"#/$defs/entry/properties/addresses/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema69.properties.addresses.items,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/entries/" + i0+"/addresses/" + i1,schemaPath:"#/$defs/entry/properties/addresses/items/type",keyword:"type",params:{type: "string"},schema:schema69.properties.addresses.items.type,parentSchema:schema69.properties.addresses.items,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
let i2 = data8.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data8[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err30 = {instancePath:instancePath+"/entries/" + i0+"/addresses",schemaPath:"#/$defs/entry/properties/addresses/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},schema:true,parentSchema:schema69.properties.addresses,data:data8};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err31 = {instancePath:instancePath+"/entries/" + i0+"/addresses",schemaPath:"#/$defs/entry/properties/addresses/type",keyword:"type",params:{type: "array"},schema:schema69.properties.addresses.type,parentSchema:schema69.properties.addresses,data:data8};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/$defs/entry/type",keyword:"type",params:{type: "object"},schema:schema69.type,parentSchema:schema69,data:data4};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/type",keyword:"type",params:{type: "array"},schema:schema68.properties.entries.type,parentSchema:schema68.properties.entries,data:data3};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema68.type,parentSchema:schema68,data};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate51.errors = vErrors;
return errors === 0;
}
validate51.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

exports["import-map"] = validate52;
const schema70 = {"$id":"urn:danhba:schema:import-map","type":"object","additionalProperties":false,"required":["ids","fields","entries","organization","organizations"],"properties":{"sheet":{"type":"string","minLength":1,"maxLength":120},"ids":{"type":"object","additionalProperties":false,"required":["prefix"],"properties":{"prefix":{"type":"string","pattern":"^[A-Z][A-Z0-9]*-$"},"from":{"$ref":"#/$defs/attributes"},"digits":{"type":"integer","minimum":1,"maximum":12}}},"fields":{"type":"object","additionalProperties":false,"required":["name","address"],"properties":{"name":{"$ref":"#/$defs/attributes"},"family":{"$ref":"#/$defs/attributes"},"given":{"$ref":"#/$defs/attributes"},"title":{"$ref":"#/$defs/attributes"},"unit":{"$ref":"#/$defs/attributes"},"phone":{"$ref":"#/$defs/attributes"},"address":{"$ref":"#/$defs/attributes"},"aliases":{"$ref":"#/$defs/attributes"}}},"entries":{"type":"array","items":{"$ref":"#/$defs/entry"}},"privileged":{"$ref":"#/$defs/conditions"},"status":{"type":"array","items":{"$ref":"#/$defs/status"}},"decided":{"type":"array","items":{"$ref":"#/$defs/decided"}},"organization":{"type":"object","additionalProperties":false,"required":["from"],"properties":{"from":{"$ref":"#/$defs/attributes"}}},"organizations":{"type":"array","items":{"$ref":"#/$defs/organization"}}},"$defs":{"attributes":{"type":"array","minItems":1,"items":{"type":"string","minLength":1,"maxLength":120}},"conditions":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/condition"}},"condition":{"type":"object","additionalProperties":false,"minProperties":1,"dependentRequired":{"attribute":["values"],"values":["attribute"]},"properties":{"attribute":{"type":"string","minLength":1,"maxLength":120},"values":{"type":"array","minItems":1,"items":{"type":"string","minLength":1,"maxLength":500}},"under":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]*=","maxLength":250}}},"entry":{"type":"object","additionalProperties":false,"required":["role","when"],"properties":{"role":{"type":"string","enum":["person","agency","service","none"]},"when":{"$ref":"#/$defs/conditions"}}},"state":{"type":"string","enum":["active","undecided","suspended","terminated"]},"reason":{"type":"string","enum":["violation","inactivity","retirement","resignation","transfer","dismissal","contract-end","death"]},"document":{"type":"string","minLength":1,"maxLength":120},"day":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"clause":{"type":"string","minLength":1,"maxLength":20},"written":{"allOf":[{"if":{"type":"object","properties":{"state":{"const":"suspended"}},"required":["state"]},"then":{"type":"object","required":["reason","document","date"],"properties":{"reason":{"enum":["violation","inactivity"]}}}},{"if":{"type":"object","properties":{"state":{"const":"terminated"}},"required":["state"]},"then":{"type":"object","required":["reason","document","decided"],"properties":{"reason":{"enum":["retirement","resignation","transfer","dismissal","contract-end","death"]}}}}]},"status":{"type":"object","additionalProperties":false,"required":["attribute","values"],"properties":{"attribute":{"type":"string","minLength":1,"maxLength":120},"values":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["value","state"],"$ref":"#/$defs/written","properties":{"value":{"type":"string","minLength":1,"maxLength":250},"state":{"$ref":"#/$defs/state"},"reason":{"$ref":"#/$defs/reason"},"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/day"},"decided":{"$ref":"#/$defs/day"},"clause":{"$ref":"#/$defs/clause"}}}}}},"decided":{"type":"object","additionalProperties":false,"required":["account","state"],"$ref":"#/$defs/written","properties":{"account":{"type":"string","minLength":1,"maxLength":500},"state":{"$ref":"#/$defs/state"},"reason":{"$ref":"#/$defs/reason"},"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/day"},"decided":{"$ref":"#/$defs/day"},"clause":{"$ref":"#/$defs/clause"}}},"organization":{"type":"object","additionalProperties":false,"required":["id","name","kind","code"],"properties":{"id":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"},"name":{"type":"string","minLength":1,"maxLength":250},"kind":{"type":"string","enum":["people-committee","provincial","provincial-unit","district","city","district-room","commune","ward","town"]},"parent":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"},"code":{"type":"string","pattern":"^[a-z0-9]{1,63}$"},"codeBasis":{"type":"string","minLength":1,"maxLength":120},"personSuffix":{"type":"string","pattern":"^[a-z0-9]+(\\.[a-z0-9]+)*$","maxLength":63},"mailbox":{"type":"string","const":"none"},"values":{"type":"array","items":{"type":"string","minLength":1,"maxLength":250}},"signed":{"type":"boolean"}}}}};
const schema71 = {"type":"array","minItems":1,"items":{"type":"string","minLength":1,"maxLength":120}};
const schema100 = {"type":"object","additionalProperties":false,"required":["id","name","kind","code"],"properties":{"id":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"},"name":{"type":"string","minLength":1,"maxLength":250},"kind":{"type":"string","enum":["people-committee","provincial","provincial-unit","district","city","district-room","commune","ward","town"]},"parent":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"},"code":{"type":"string","pattern":"^[a-z0-9]{1,63}$"},"codeBasis":{"type":"string","minLength":1,"maxLength":120},"personSuffix":{"type":"string","pattern":"^[a-z0-9]+(\\.[a-z0-9]+)*$","maxLength":63},"mailbox":{"type":"string","const":"none"},"values":{"type":"array","items":{"type":"string","minLength":1,"maxLength":250}},"signed":{"type":"boolean"}}};
const pattern81 = new RegExp("^[A-Z][A-Z0-9]*-$", "u");
const schema80 = {"type":"object","additionalProperties":false,"required":["role","when"],"properties":{"role":{"type":"string","enum":["person","agency","service","none"]},"when":{"$ref":"#/$defs/conditions"}}};
const schema81 = {"type":"array","minItems":1,"items":{"$ref":"#/$defs/condition"}};
const schema82 = {"type":"object","additionalProperties":false,"minProperties":1,"dependentRequired":{"attribute":["values"],"values":["attribute"]},"properties":{"attribute":{"type":"string","minLength":1,"maxLength":120},"values":{"type":"array","minItems":1,"items":{"type":"string","minLength":1,"maxLength":500}},"under":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9-]*=","maxLength":250}}};

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate54.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
if(data.length < 1){
const err0 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(Object.keys(data0).length < 1){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/condition/minProperties",keyword:"minProperties",params:{limit: 1},schema:1,parentSchema:schema82,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data0){
if(!(((key0 === "attribute") || (key0 === "values")) || (key0 === "under"))){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/condition/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema82,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.attribute !== undefined){
let data1 = data0.attribute;
if(typeof data1 === "string"){
if(func2(data1) > 120){
const err3 = {instancePath:instancePath+"/" + i0+"/attribute",schemaPath:"#/$defs/condition/properties/attribute/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema82.properties.attribute,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func2(data1) < 1){
const err4 = {instancePath:instancePath+"/" + i0+"/attribute",schemaPath:"#/$defs/condition/properties/attribute/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema82.properties.attribute,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/" + i0+"/attribute",schemaPath:"#/$defs/condition/properties/attribute/type",keyword:"type",params:{type: "string"},schema:schema82.properties.attribute.type,parentSchema:schema82.properties.attribute,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.values !== undefined){
let data2 = data0.values;
if(Array.isArray(data2)){
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/" + i0+"/values",schemaPath:"#/$defs/condition/properties/values/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema82.properties.values,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 === "string"){
if(func2(data3) > 500){
const err7 = {instancePath:instancePath+"/" + i0+"/values/" + i1,schemaPath:"#/$defs/condition/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 500},schema:500,parentSchema:schema82.properties.values.items,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(func2(data3) < 1){
const err8 = {instancePath:instancePath+"/" + i0+"/values/" + i1,schemaPath:"#/$defs/condition/properties/values/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema82.properties.values.items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/" + i0+"/values/" + i1,schemaPath:"#/$defs/condition/properties/values/items/type",keyword:"type",params:{type: "string"},schema:schema82.properties.values.items.type,parentSchema:schema82.properties.values.items,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/" + i0+"/values",schemaPath:"#/$defs/condition/properties/values/type",keyword:"type",params:{type: "array"},schema:schema82.properties.values.type,parentSchema:schema82.properties.values,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data0.under !== undefined){
let data4 = data0.under;
if(typeof data4 === "string"){
if(func2(data4) > 250){
const err11 = {instancePath:instancePath+"/" + i0+"/under",schemaPath:"#/$defs/condition/properties/under/maxLength",keyword:"maxLength",params:{limit: 250},schema:250,parentSchema:schema82.properties.under,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern31.test(data4)){
const err12 = {instancePath:instancePath+"/" + i0+"/under",schemaPath:"#/$defs/condition/properties/under/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9-]*="},schema:"^[A-Za-z][A-Za-z0-9-]*=",parentSchema:schema82.properties.under,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/" + i0+"/under",schemaPath:"#/$defs/condition/properties/under/type",keyword:"type",params:{type: "string"},schema:schema82.properties.under.type,parentSchema:schema82.properties.under,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data0.attribute !== undefined){
if(data0.values === undefined){
const err14 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/condition/dependentRequired",keyword:"dependentRequired",params:{property: "attribute",
    missingProperty: "values",
    depsCount: 1,
    deps: "values"},schema:schema82.dependentRequired,parentSchema:schema82,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data0.values !== undefined){
if(data0.attribute === undefined){
const err15 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/condition/dependentRequired",keyword:"dependentRequired",params:{property: "values",
    missingProperty: "attribute",
    depsCount: 1,
    deps: "attribute"},schema:schema82.dependentRequired,parentSchema:schema82,data:data0};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/condition/type",keyword:"type",params:{type: "object"},schema:schema82.type,parentSchema:schema82,data:data0};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema81.type,parentSchema:schema81,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate54.errors = vErrors;
return errors === 0;
}
validate54.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.role === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "role"},schema:schema80.required,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.when === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "when"},schema:schema80.required,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "role") || (key0 === "when"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.role !== undefined){
let data0 = data.role;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"},schema:schema80.properties.role.type,parentSchema:schema80.properties.role,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data0 === "person") || (data0 === "agency")) || (data0 === "service")) || (data0 === "none"))){
const err4 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/enum",keyword:"enum",params:{allowedValues: schema80.properties.role.enum},schema:schema80.properties.role.enum,parentSchema:schema80.properties.role,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.when !== undefined){
if(!(validate54(data.when, {instancePath:instancePath+"/when",parentData:data,parentDataProperty:"when",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema80.type,parentSchema:schema80,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema83 = {"type":"object","additionalProperties":false,"required":["attribute","values"],"properties":{"attribute":{"type":"string","minLength":1,"maxLength":120},"values":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["value","state"],"$ref":"#/$defs/written","properties":{"value":{"type":"string","minLength":1,"maxLength":250},"state":{"$ref":"#/$defs/state"},"reason":{"$ref":"#/$defs/reason"},"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/day"},"decided":{"$ref":"#/$defs/day"},"clause":{"$ref":"#/$defs/clause"}}}}}};
const schema84 = {"allOf":[{"if":{"type":"object","properties":{"state":{"const":"suspended"}},"required":["state"]},"then":{"type":"object","required":["reason","document","date"],"properties":{"reason":{"enum":["violation","inactivity"]}}}},{"if":{"type":"object","properties":{"state":{"const":"terminated"}},"required":["state"]},"then":{"type":"object","required":["reason","document","decided"],"properties":{"reason":{"enum":["retirement","resignation","transfer","dismissal","contract-end","death"]}}}}]};
const schema85 = {"type":"string","enum":["active","undecided","suspended","terminated"]};
const schema86 = {"type":"string","enum":["violation","inactivity","retirement","resignation","transfer","dismissal","contract-end","death"]};
const schema87 = {"type":"string","minLength":1,"maxLength":120};
const schema88 = {"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"};
const schema90 = {"type":"string","minLength":1,"maxLength":20};

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate58.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.attribute === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "attribute"},schema:schema83.required,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.values === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "values"},schema:schema83.required,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "attribute") || (key0 === "values"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.attribute !== undefined){
let data0 = data.attribute;
if(typeof data0 === "string"){
if(func2(data0) > 120){
const err3 = {instancePath:instancePath+"/attribute",schemaPath:"#/properties/attribute/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema83.properties.attribute,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func2(data0) < 1){
const err4 = {instancePath:instancePath+"/attribute",schemaPath:"#/properties/attribute/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema83.properties.attribute,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/attribute",schemaPath:"#/properties/attribute/type",keyword:"type",params:{type: "string"},schema:schema83.properties.attribute.type,parentSchema:schema83.properties.attribute,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.values !== undefined){
let data1 = data.values;
if(Array.isArray(data1)){
if(data1.length < 1){
const err6 = {instancePath:instancePath+"/values",schemaPath:"#/properties/values/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema83.properties.values,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs9 = errors;
let valid5 = true;
const _errs10 = errors;
if(errors === _errs10){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing0;
if((data2.state === undefined) && (missing0 = "state")){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
if(data2.state !== undefined){
if("suspended" !== data2.state){
const err8 = {};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
else {
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var _valid0 = _errs10 === errors;
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs13 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.reason === undefined){
const err10 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/$defs/written/allOf/0/then/required",keyword:"required",params:{missingProperty: "reason"},schema:schema84.allOf[0].then.required,parentSchema:schema84.allOf[0].then,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data2.document === undefined){
const err11 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/$defs/written/allOf/0/then/required",keyword:"required",params:{missingProperty: "document"},schema:schema84.allOf[0].then.required,parentSchema:schema84.allOf[0].then,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data2.date === undefined){
const err12 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/$defs/written/allOf/0/then/required",keyword:"required",params:{missingProperty: "date"},schema:schema84.allOf[0].then.required,parentSchema:schema84.allOf[0].then,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data2.reason !== undefined){
let data4 = data2.reason;
if(!((data4 === "violation") || (data4 === "inactivity"))){
const err13 = {instancePath:instancePath+"/values/" + i0+"/reason",schemaPath:"#/$defs/written/allOf/0/then/properties/reason/enum",keyword:"enum",params:{allowedValues: schema84.allOf[0].then.properties.reason.enum},schema:schema84.allOf[0].then.properties.reason.enum,parentSchema:schema84.allOf[0].then.properties.reason,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/$defs/written/allOf/0/then/type",keyword:"type",params:{type: "object"},schema:schema84.allOf[0].then.type,parentSchema:schema84.allOf[0].then,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid0 = _errs13 === errors;
valid5 = _valid0;
if(valid5){
var props0 = {};
props0.reason = true;
props0.state = true;
}
}
if(!valid5){
const err15 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/$defs/written/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},schema:schema84.allOf[0].if,parentSchema:schema84.allOf[0],data:data2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
const _errs17 = errors;
let valid8 = true;
const _errs18 = errors;
if(errors === _errs18){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((data2.state === undefined) && (missing1 = "state")){
const err16 = {};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
if(data2.state !== undefined){
if("terminated" !== data2.state){
const err17 = {};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
}
else {
const err18 = {};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var _valid1 = _errs18 === errors;
errors = _errs17;
if(vErrors !== null){
if(_errs17){
vErrors.length = _errs17;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs21 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.reason === undefined){
const err19 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/$defs/written/allOf/1/then/required",keyword:"required",params:{missingProperty: "reason"},schema:schema84.allOf[1].then.required,parentSchema:schema84.allOf[1].then,data:data2};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data2.document === undefined){
const err20 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/$defs/written/allOf/1/then/required",keyword:"required",params:{missingProperty: "document"},schema:schema84.allOf[1].then.required,parentSchema:schema84.allOf[1].then,data:data2};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data2.decided === undefined){
const err21 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/$defs/written/allOf/1/then/required",keyword:"required",params:{missingProperty: "decided"},schema:schema84.allOf[1].then.required,parentSchema:schema84.allOf[1].then,data:data2};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data2.reason !== undefined){
let data6 = data2.reason;
if(!((((((data6 === "retirement") || (data6 === "resignation")) || (data6 === "transfer")) || (data6 === "dismissal")) || (data6 === "contract-end")) || (data6 === "death"))){
const err22 = {instancePath:instancePath+"/values/" + i0+"/reason",schemaPath:"#/$defs/written/allOf/1/then/properties/reason/enum",keyword:"enum",params:{allowedValues: schema84.allOf[1].then.properties.reason.enum},schema:schema84.allOf[1].then.properties.reason.enum,parentSchema:schema84.allOf[1].then.properties.reason,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/$defs/written/allOf/1/then/type",keyword:"type",params:{type: "object"},schema:schema84.allOf[1].then.type,parentSchema:schema84.allOf[1].then,data:data2};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var _valid1 = _errs21 === errors;
valid8 = _valid1;
if(valid8){
var props1 = {};
props1.reason = true;
props1.state = true;
}
}
if(!valid8){
const err24 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/$defs/written/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},schema:schema84.allOf[1].if,parentSchema:schema84.allOf[1],data:data2};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(props0 !== true && props1 !== undefined){
if(props1 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props1);
}
}
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.value === undefined){
const err25 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/properties/values/items/required",keyword:"required",params:{missingProperty: "value"},schema:schema83.properties.values.items.required,parentSchema:schema83.properties.values.items,data:data2};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data2.state === undefined){
const err26 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/properties/values/items/required",keyword:"required",params:{missingProperty: "state"},schema:schema83.properties.values.items.required,parentSchema:schema83.properties.values.items,data:data2};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key1 in data2){
if(!(((((((key1 === "value") || (key1 === "state")) || (key1 === "reason")) || (key1 === "document")) || (key1 === "date")) || (key1 === "decided")) || (key1 === "clause"))){
const err27 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/properties/values/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema83.properties.values.items,data:data2};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data2.value !== undefined){
let data7 = data2.value;
if(typeof data7 === "string"){
if(func2(data7) > 250){
const err28 = {instancePath:instancePath+"/values/" + i0+"/value",schemaPath:"#/properties/values/items/properties/value/maxLength",keyword:"maxLength",params:{limit: 250},schema:250,parentSchema:schema83.properties.values.items.properties.value,data:data7};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(func2(data7) < 1){
const err29 = {instancePath:instancePath+"/values/" + i0+"/value",schemaPath:"#/properties/values/items/properties/value/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema83.properties.values.items.properties.value,data:data7};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/values/" + i0+"/value",schemaPath:"#/properties/values/items/properties/value/type",keyword:"type",params:{type: "string"},schema:schema83.properties.values.items.properties.value.type,parentSchema:schema83.properties.values.items.properties.value,data:data7};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data2.state !== undefined){
let data8 = data2.state;
if(typeof data8 !== "string"){
const err31 = {instancePath:instancePath+"/values/" + i0+"/state",schemaPath:"#/$defs/state/type",keyword:"type",params:{type: "string"},schema:schema85.type,parentSchema:schema85,data:data8};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!((((data8 === "active") || (data8 === "undecided")) || (data8 === "suspended")) || (data8 === "terminated"))){
const err32 = {instancePath:instancePath+"/values/" + i0+"/state",schemaPath:"#/$defs/state/enum",keyword:"enum",params:{allowedValues: schema85.enum},schema:schema85.enum,parentSchema:schema85,data:data8};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data2.reason !== undefined){
let data9 = data2.reason;
if(typeof data9 !== "string"){
const err33 = {instancePath:instancePath+"/values/" + i0+"/reason",schemaPath:"#/$defs/reason/type",keyword:"type",params:{type: "string"},schema:schema86.type,parentSchema:schema86,data:data9};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(!((((((((data9 === "violation") || (data9 === "inactivity")) || (data9 === "retirement")) || (data9 === "resignation")) || (data9 === "transfer")) || (data9 === "dismissal")) || (data9 === "contract-end")) || (data9 === "death"))){
const err34 = {instancePath:instancePath+"/values/" + i0+"/reason",schemaPath:"#/$defs/reason/enum",keyword:"enum",params:{allowedValues: schema86.enum},schema:schema86.enum,parentSchema:schema86,data:data9};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data2.document !== undefined){
let data10 = data2.document;
if(typeof data10 === "string"){
if(func2(data10) > 120){
const err35 = {instancePath:instancePath+"/values/" + i0+"/document",schemaPath:"#/$defs/document/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema87,data:data10};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(func2(data10) < 1){
const err36 = {instancePath:instancePath+"/values/" + i0+"/document",schemaPath:"#/$defs/document/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema87,data:data10};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/values/" + i0+"/document",schemaPath:"#/$defs/document/type",keyword:"type",params:{type: "string"},schema:schema87.type,parentSchema:schema87,data:data10};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data2.date !== undefined){
let data11 = data2.date;
if(typeof data11 === "string"){
if(!pattern12.test(data11)){
const err38 = {instancePath:instancePath+"/values/" + i0+"/date",schemaPath:"#/$defs/day/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema88,data:data11};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(!(formats0(data11))){
const err39 = {instancePath:instancePath+"/values/" + i0+"/date",schemaPath:"#/$defs/day/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema88,data:data11};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/values/" + i0+"/date",schemaPath:"#/$defs/day/type",keyword:"type",params:{type: "string"},schema:schema88.type,parentSchema:schema88,data:data11};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data2.decided !== undefined){
let data12 = data2.decided;
if(typeof data12 === "string"){
if(!pattern12.test(data12)){
const err41 = {instancePath:instancePath+"/values/" + i0+"/decided",schemaPath:"#/$defs/day/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema88,data:data12};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!(formats0(data12))){
const err42 = {instancePath:instancePath+"/values/" + i0+"/decided",schemaPath:"#/$defs/day/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema88,data:data12};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/values/" + i0+"/decided",schemaPath:"#/$defs/day/type",keyword:"type",params:{type: "string"},schema:schema88.type,parentSchema:schema88,data:data12};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data2.clause !== undefined){
let data13 = data2.clause;
if(typeof data13 === "string"){
if(func2(data13) > 20){
const err44 = {instancePath:instancePath+"/values/" + i0+"/clause",schemaPath:"#/$defs/clause/maxLength",keyword:"maxLength",params:{limit: 20},schema:20,parentSchema:schema90,data:data13};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(func2(data13) < 1){
const err45 = {instancePath:instancePath+"/values/" + i0+"/clause",schemaPath:"#/$defs/clause/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema90,data:data13};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/values/" + i0+"/clause",schemaPath:"#/$defs/clause/type",keyword:"type",params:{type: "string"},schema:schema90.type,parentSchema:schema90,data:data13};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/values/" + i0,schemaPath:"#/properties/values/items/type",keyword:"type",params:{type: "object"},schema:schema83.properties.values.items.type,parentSchema:schema83.properties.values.items,data:data2};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/values",schemaPath:"#/properties/values/type",keyword:"type",params:{type: "array"},schema:schema83.properties.values.type,parentSchema:schema83.properties.values,data:data1};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema83.type,parentSchema:schema83,data};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
validate58.errors = vErrors;
return errors === 0;
}
validate58.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema91 = {"type":"object","additionalProperties":false,"required":["account","state"],"$ref":"#/$defs/written","properties":{"account":{"type":"string","minLength":1,"maxLength":500},"state":{"$ref":"#/$defs/state"},"reason":{"$ref":"#/$defs/reason"},"document":{"$ref":"#/$defs/document"},"date":{"$ref":"#/$defs/day"},"decided":{"$ref":"#/$defs/day"},"clause":{"$ref":"#/$defs/clause"}}};

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate60.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs2 = errors;
let valid2 = true;
const _errs3 = errors;
if(errors === _errs3){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.state === undefined) && (missing0 = "state")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.state !== undefined){
if("suspended" !== data.state){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
else {
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.reason === undefined){
const err3 = {instancePath,schemaPath:"#/$defs/written/allOf/0/then/required",keyword:"required",params:{missingProperty: "reason"},schema:schema84.allOf[0].then.required,parentSchema:schema84.allOf[0].then,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.document === undefined){
const err4 = {instancePath,schemaPath:"#/$defs/written/allOf/0/then/required",keyword:"required",params:{missingProperty: "document"},schema:schema84.allOf[0].then.required,parentSchema:schema84.allOf[0].then,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.date === undefined){
const err5 = {instancePath,schemaPath:"#/$defs/written/allOf/0/then/required",keyword:"required",params:{missingProperty: "date"},schema:schema84.allOf[0].then.required,parentSchema:schema84.allOf[0].then,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.reason !== undefined){
let data1 = data.reason;
if(!((data1 === "violation") || (data1 === "inactivity"))){
const err6 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/written/allOf/0/then/properties/reason/enum",keyword:"enum",params:{allowedValues: schema84.allOf[0].then.properties.reason.enum},schema:schema84.allOf[0].then.properties.reason.enum,parentSchema:schema84.allOf[0].then.properties.reason,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/$defs/written/allOf/0/then/type",keyword:"type",params:{type: "object"},schema:schema84.allOf[0].then.type,parentSchema:schema84.allOf[0].then,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid2 = _valid0;
if(valid2){
var props0 = {};
props0.reason = true;
props0.state = true;
}
}
if(!valid2){
const err8 = {instancePath,schemaPath:"#/$defs/written/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},schema:schema84.allOf[0].if,parentSchema:schema84.allOf[0],data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const _errs10 = errors;
let valid5 = true;
const _errs11 = errors;
if(errors === _errs11){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.state === undefined) && (missing1 = "state")){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
if(data.state !== undefined){
if("terminated" !== data.state){
const err10 = {};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
else {
const err11 = {};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
var _valid1 = _errs11 === errors;
errors = _errs10;
if(vErrors !== null){
if(_errs10){
vErrors.length = _errs10;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs14 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.reason === undefined){
const err12 = {instancePath,schemaPath:"#/$defs/written/allOf/1/then/required",keyword:"required",params:{missingProperty: "reason"},schema:schema84.allOf[1].then.required,parentSchema:schema84.allOf[1].then,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data.document === undefined){
const err13 = {instancePath,schemaPath:"#/$defs/written/allOf/1/then/required",keyword:"required",params:{missingProperty: "document"},schema:schema84.allOf[1].then.required,parentSchema:schema84.allOf[1].then,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data.decided === undefined){
const err14 = {instancePath,schemaPath:"#/$defs/written/allOf/1/then/required",keyword:"required",params:{missingProperty: "decided"},schema:schema84.allOf[1].then.required,parentSchema:schema84.allOf[1].then,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data.reason !== undefined){
let data3 = data.reason;
if(!((((((data3 === "retirement") || (data3 === "resignation")) || (data3 === "transfer")) || (data3 === "dismissal")) || (data3 === "contract-end")) || (data3 === "death"))){
const err15 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/written/allOf/1/then/properties/reason/enum",keyword:"enum",params:{allowedValues: schema84.allOf[1].then.properties.reason.enum},schema:schema84.allOf[1].then.properties.reason.enum,parentSchema:schema84.allOf[1].then.properties.reason,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/$defs/written/allOf/1/then/type",keyword:"type",params:{type: "object"},schema:schema84.allOf[1].then.type,parentSchema:schema84.allOf[1].then,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid1 = _errs14 === errors;
valid5 = _valid1;
if(valid5){
var props1 = {};
props1.reason = true;
props1.state = true;
}
}
if(!valid5){
const err17 = {instancePath,schemaPath:"#/$defs/written/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},schema:schema84.allOf[1].if,parentSchema:schema84.allOf[1],data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(props0 !== true && props1 !== undefined){
if(props1 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props1);
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.account === undefined){
const err18 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "account"},schema:schema91.required,parentSchema:schema91,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data.state === undefined){
const err19 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "state"},schema:schema91.required,parentSchema:schema91,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "account") || (key0 === "state")) || (key0 === "reason")) || (key0 === "document")) || (key0 === "date")) || (key0 === "decided")) || (key0 === "clause"))){
const err20 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema91,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.account !== undefined){
let data4 = data.account;
if(typeof data4 === "string"){
if(func2(data4) > 500){
const err21 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/maxLength",keyword:"maxLength",params:{limit: 500},schema:500,parentSchema:schema91.properties.account,data:data4};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(func2(data4) < 1){
const err22 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema91.properties.account,data:data4};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type: "string"},schema:schema91.properties.account.type,parentSchema:schema91.properties.account,data:data4};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.state !== undefined){
let data5 = data.state;
if(typeof data5 !== "string"){
const err24 = {instancePath:instancePath+"/state",schemaPath:"#/$defs/state/type",keyword:"type",params:{type: "string"},schema:schema85.type,parentSchema:schema85,data:data5};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!((((data5 === "active") || (data5 === "undecided")) || (data5 === "suspended")) || (data5 === "terminated"))){
const err25 = {instancePath:instancePath+"/state",schemaPath:"#/$defs/state/enum",keyword:"enum",params:{allowedValues: schema85.enum},schema:schema85.enum,parentSchema:schema85,data:data5};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.reason !== undefined){
let data6 = data.reason;
if(typeof data6 !== "string"){
const err26 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/reason/type",keyword:"type",params:{type: "string"},schema:schema86.type,parentSchema:schema86,data:data6};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!((((((((data6 === "violation") || (data6 === "inactivity")) || (data6 === "retirement")) || (data6 === "resignation")) || (data6 === "transfer")) || (data6 === "dismissal")) || (data6 === "contract-end")) || (data6 === "death"))){
const err27 = {instancePath:instancePath+"/reason",schemaPath:"#/$defs/reason/enum",keyword:"enum",params:{allowedValues: schema86.enum},schema:schema86.enum,parentSchema:schema86,data:data6};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.document !== undefined){
let data7 = data.document;
if(typeof data7 === "string"){
if(func2(data7) > 120){
const err28 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema87,data:data7};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(func2(data7) < 1){
const err29 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema87,data:data7};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/document",schemaPath:"#/$defs/document/type",keyword:"type",params:{type: "string"},schema:schema87.type,parentSchema:schema87,data:data7};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.date !== undefined){
let data8 = data.date;
if(typeof data8 === "string"){
if(!pattern12.test(data8)){
const err31 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/day/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema88,data:data8};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!(formats0(data8))){
const err32 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/day/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema88,data:data8};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/date",schemaPath:"#/$defs/day/type",keyword:"type",params:{type: "string"},schema:schema88.type,parentSchema:schema88,data:data8};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.decided !== undefined){
let data9 = data.decided;
if(typeof data9 === "string"){
if(!pattern12.test(data9)){
const err34 = {instancePath:instancePath+"/decided",schemaPath:"#/$defs/day/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema88,data:data9};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(!(formats0(data9))){
const err35 = {instancePath:instancePath+"/decided",schemaPath:"#/$defs/day/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema88,data:data9};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/decided",schemaPath:"#/$defs/day/type",keyword:"type",params:{type: "string"},schema:schema88.type,parentSchema:schema88,data:data9};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.clause !== undefined){
let data10 = data.clause;
if(typeof data10 === "string"){
if(func2(data10) > 20){
const err37 = {instancePath:instancePath+"/clause",schemaPath:"#/$defs/clause/maxLength",keyword:"maxLength",params:{limit: 20},schema:20,parentSchema:schema90,data:data10};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(func2(data10) < 1){
const err38 = {instancePath:instancePath+"/clause",schemaPath:"#/$defs/clause/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema90,data:data10};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/clause",schemaPath:"#/$defs/clause/type",keyword:"type",params:{type: "string"},schema:schema90.type,parentSchema:schema90,data:data10};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema91.type,parentSchema:schema91,data};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}
validate60.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:danhba:schema:import-map" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.ids === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "ids"},schema:schema70.required,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.fields === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "fields"},schema:schema70.required,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.entries === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "entries"},schema:schema70.required,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.organization === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "organization"},schema:schema70.required,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.organizations === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "organizations"},schema:schema70.required,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema70.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.sheet !== undefined){
let data0 = data.sheet;
if(typeof data0 === "string"){
if(func2(data0) > 120){
const err6 = {instancePath:instancePath+"/sheet",schemaPath:"#/properties/sheet/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema70.properties.sheet,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func2(data0) < 1){
const err7 = {instancePath:instancePath+"/sheet",schemaPath:"#/properties/sheet/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema70.properties.sheet,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/sheet",schemaPath:"#/properties/sheet/type",keyword:"type",params:{type: "string"},schema:schema70.properties.sheet.type,parentSchema:schema70.properties.sheet,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.ids !== undefined){
let data1 = data.ids;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.prefix === undefined){
const err9 = {instancePath:instancePath+"/ids",schemaPath:"#/properties/ids/required",keyword:"required",params:{missingProperty: "prefix"},schema:schema70.properties.ids.required,parentSchema:schema70.properties.ids,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data1){
if(!(((key1 === "prefix") || (key1 === "from")) || (key1 === "digits"))){
const err10 = {instancePath:instancePath+"/ids",schemaPath:"#/properties/ids/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},schema:false,parentSchema:schema70.properties.ids,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data1.prefix !== undefined){
let data2 = data1.prefix;
if(typeof data2 === "string"){
if(!pattern81.test(data2)){
const err11 = {instancePath:instancePath+"/ids/prefix",schemaPath:"#/properties/ids/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9]*-$"},schema:"^[A-Z][A-Z0-9]*-$",parentSchema:schema70.properties.ids.properties.prefix,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/ids/prefix",schemaPath:"#/properties/ids/properties/prefix/type",keyword:"type",params:{type: "string"},schema:schema70.properties.ids.properties.prefix.type,parentSchema:schema70.properties.ids.properties.prefix,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data1.from !== undefined){
let data3 = data1.from;
if(Array.isArray(data3)){
if(data3.length < 1){
const err13 = {instancePath:instancePath+"/ids/from",schemaPath:"#/$defs/attributes/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema71,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(func2(data4) > 120){
const err14 = {instancePath:instancePath+"/ids/from/" + i0,schemaPath:"#/$defs/attributes/items/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema71.items,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func2(data4) < 1){
const err15 = {instancePath:instancePath+"/ids/from/" + i0,schemaPath:"#/$defs/attributes/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema71.items,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/ids/from/" + i0,schemaPath:"#/$defs/attributes/items/type",keyword:"type",params:{type: "string"},schema:schema71.items.type,parentSchema:schema71.items,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/ids/from",schemaPath:"#/$defs/attributes/type",keyword:"type",params:{type: "array"},schema:schema71.type,parentSchema:schema71,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data1.digits !== undefined){
let data5 = data1.digits;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err18 = {instancePath:instancePath+"/ids/digits",schemaPath:"#/properties/ids/properties/digits/type",keyword:"type",params:{type: "integer"},schema:schema70.properties.ids.properties.digits.type,parentSchema:schema70.properties.ids.properties.digits,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 12 || isNaN(data5)){
const err19 = {instancePath:instancePath+"/ids/digits",schemaPath:"#/properties/ids/properties/digits/maximum",keyword:"maximum",params:{comparison: "<=", limit: 12},schema:12,parentSchema:schema70.properties.ids.properties.digits,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err20 = {instancePath:instancePath+"/ids/digits",schemaPath:"#/properties/ids/properties/digits/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},schema:1,parentSchema:schema70.properties.ids.properties.digits,data:data5};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
}
else {
const err21 = {instancePath:instancePath+"/ids",schemaPath:"#/properties/ids/type",keyword:"type",params:{type: "object"},schema:schema70.properties.ids.type,parentSchema:schema70.properties.ids,data:data1};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.fields !== undefined){
let data6 = data.fields;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.name === undefined){
const err22 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/required",keyword:"required",params:{missingProperty: "name"},schema:schema70.properties.fields.required,parentSchema:schema70.properties.fields,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data6.address === undefined){
const err23 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/required",keyword:"required",params:{missingProperty: "address"},schema:schema70.properties.fields.required,parentSchema:schema70.properties.fields,data:data6};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
for(const key2 in data6){
if(!((((((((key2 === "name") || (key2 === "family")) || (key2 === "given")) || (key2 === "title")) || (key2 === "unit")) || (key2 === "phone")) || (key2 === "address")) || (key2 === "aliases"))){
const err24 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},schema:false,parentSchema:schema70.properties.fields,data:data6};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data6.name !== undefined){
let data7 = data6.name;
if(Array.isArray(data7)){
if(data7.length < 1){
const err25 = {instancePath:instancePath+"/fields/name",schemaPath:"#/$defs/attributes/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema71,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(typeof data8 === "string"){
if(func2(data8) > 120){
const err26 = {instancePath:instancePath+"/fields/name/" + i1,schemaPath:"#/$defs/attributes/items/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema71.items,data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(func2(data8) < 1){
const err27 = {instancePath:instancePath+"/fields/name/" + i1,schemaPath:"#/$defs/attributes/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema71.items,data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/fields/name/" + i1,schemaPath:"#/$defs/attributes/items/type",keyword:"type",params:{type: "string"},schema:schema71.items.type,parentSchema:schema71.items,data:data8};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/fields/name",schemaPath:"#/$defs/attributes/type",keyword:"type",params:{type: "array"},schema:schema71.type,parentSchema:schema71,data:data7};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data6.family !== undefined){
let data9 = data6.family;
if(Array.isArray(data9)){
if(data9.length < 1){
const err30 = {instancePath:instancePath+"/fields/family",schemaPath:"#/$defs/attributes/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema71,data:data9};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
if(typeof data10 === "string"){
if(func2(data10) > 120){
const err31 = {instancePath:instancePath+"/fields/family/" + i2,schemaPath:"#/$defs/attributes/items/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema71.items,data:data10};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(func2(data10) < 1){
const err32 = {instancePath:instancePath+"/fields/family/" + i2,schemaPath:"#/$defs/attributes/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema71.items,data:data10};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/fields/family/" + i2,schemaPath:"#/$defs/attributes/items/type",keyword:"type",params:{type: "string"},schema:schema71.items.type,parentSchema:schema71.items,data:data10};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/fields/family",schemaPath:"#/$defs/attributes/type",keyword:"type",params:{type: "array"},schema:schema71.type,parentSchema:schema71,data:data9};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data6.given !== undefined){
let data11 = data6.given;
if(Array.isArray(data11)){
if(data11.length < 1){
const err35 = {instancePath:instancePath+"/fields/given",schemaPath:"#/$defs/attributes/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema71,data:data11};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
const len3 = data11.length;
for(let i3=0; i3<len3; i3++){
let data12 = data11[i3];
if(typeof data12 === "string"){
if(func2(data12) > 120){
const err36 = {instancePath:instancePath+"/fields/given/" + i3,schemaPath:"#/$defs/attributes/items/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema71.items,data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(func2(data12) < 1){
const err37 = {instancePath:instancePath+"/fields/given/" + i3,schemaPath:"#/$defs/attributes/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema71.items,data:data12};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/fields/given/" + i3,schemaPath:"#/$defs/attributes/items/type",keyword:"type",params:{type: "string"},schema:schema71.items.type,parentSchema:schema71.items,data:data12};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/fields/given",schemaPath:"#/$defs/attributes/type",keyword:"type",params:{type: "array"},schema:schema71.type,parentSchema:schema71,data:data11};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data6.title !== undefined){
let data13 = data6.title;
if(Array.isArray(data13)){
if(data13.length < 1){
const err40 = {instancePath:instancePath+"/fields/title",schemaPath:"#/$defs/attributes/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema71,data:data13};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
const len4 = data13.length;
for(let i4=0; i4<len4; i4++){
let data14 = data13[i4];
if(typeof data14 === "string"){
if(func2(data14) > 120){
const err41 = {instancePath:instancePath+"/fields/title/" + i4,schemaPath:"#/$defs/attributes/items/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema71.items,data:data14};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(func2(data14) < 1){
const err42 = {instancePath:instancePath+"/fields/title/" + i4,schemaPath:"#/$defs/attributes/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema71.items,data:data14};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/fields/title/" + i4,schemaPath:"#/$defs/attributes/items/type",keyword:"type",params:{type: "string"},schema:schema71.items.type,parentSchema:schema71.items,data:data14};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/fields/title",schemaPath:"#/$defs/attributes/type",keyword:"type",params:{type: "array"},schema:schema71.type,parentSchema:schema71,data:data13};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data6.unit !== undefined){
let data15 = data6.unit;
if(Array.isArray(data15)){
if(data15.length < 1){
const err45 = {instancePath:instancePath+"/fields/unit",schemaPath:"#/$defs/attributes/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema71,data:data15};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
const len5 = data15.length;
for(let i5=0; i5<len5; i5++){
let data16 = data15[i5];
if(typeof data16 === "string"){
if(func2(data16) > 120){
const err46 = {instancePath:instancePath+"/fields/unit/" + i5,schemaPath:"#/$defs/attributes/items/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema71.items,data:data16};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(func2(data16) < 1){
const err47 = {instancePath:instancePath+"/fields/unit/" + i5,schemaPath:"#/$defs/attributes/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema71.items,data:data16};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/fields/unit/" + i5,schemaPath:"#/$defs/attributes/items/type",keyword:"type",params:{type: "string"},schema:schema71.items.type,parentSchema:schema71.items,data:data16};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/fields/unit",schemaPath:"#/$defs/attributes/type",keyword:"type",params:{type: "array"},schema:schema71.type,parentSchema:schema71,data:data15};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data6.phone !== undefined){
let data17 = data6.phone;
if(Array.isArray(data17)){
if(data17.length < 1){
const err50 = {instancePath:instancePath+"/fields/phone",schemaPath:"#/$defs/attributes/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema71,data:data17};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
const len6 = data17.length;
for(let i6=0; i6<len6; i6++){
let data18 = data17[i6];
if(typeof data18 === "string"){
if(func2(data18) > 120){
const err51 = {instancePath:instancePath+"/fields/phone/" + i6,schemaPath:"#/$defs/attributes/items/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema71.items,data:data18};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(func2(data18) < 1){
const err52 = {instancePath:instancePath+"/fields/phone/" + i6,schemaPath:"#/$defs/attributes/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema71.items,data:data18};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/fields/phone/" + i6,schemaPath:"#/$defs/attributes/items/type",keyword:"type",params:{type: "string"},schema:schema71.items.type,parentSchema:schema71.items,data:data18};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/fields/phone",schemaPath:"#/$defs/attributes/type",keyword:"type",params:{type: "array"},schema:schema71.type,parentSchema:schema71,data:data17};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data6.address !== undefined){
let data19 = data6.address;
if(Array.isArray(data19)){
if(data19.length < 1){
const err55 = {instancePath:instancePath+"/fields/address",schemaPath:"#/$defs/attributes/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema71,data:data19};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
const len7 = data19.length;
for(let i7=0; i7<len7; i7++){
let data20 = data19[i7];
if(typeof data20 === "string"){
if(func2(data20) > 120){
const err56 = {instancePath:instancePath+"/fields/address/" + i7,schemaPath:"#/$defs/attributes/items/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema71.items,data:data20};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(func2(data20) < 1){
const err57 = {instancePath:instancePath+"/fields/address/" + i7,schemaPath:"#/$defs/attributes/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema71.items,data:data20};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/fields/address/" + i7,schemaPath:"#/$defs/attributes/items/type",keyword:"type",params:{type: "string"},schema:schema71.items.type,parentSchema:schema71.items,data:data20};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/fields/address",schemaPath:"#/$defs/attributes/type",keyword:"type",params:{type: "array"},schema:schema71.type,parentSchema:schema71,data:data19};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data6.aliases !== undefined){
let data21 = data6.aliases;
if(Array.isArray(data21)){
if(data21.length < 1){
const err60 = {instancePath:instancePath+"/fields/aliases",schemaPath:"#/$defs/attributes/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema71,data:data21};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
const len8 = data21.length;
for(let i8=0; i8<len8; i8++){
let data22 = data21[i8];
if(typeof data22 === "string"){
if(func2(data22) > 120){
const err61 = {instancePath:instancePath+"/fields/aliases/" + i8,schemaPath:"#/$defs/attributes/items/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema71.items,data:data22};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(func2(data22) < 1){
const err62 = {instancePath:instancePath+"/fields/aliases/" + i8,schemaPath:"#/$defs/attributes/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema71.items,data:data22};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/fields/aliases/" + i8,schemaPath:"#/$defs/attributes/items/type",keyword:"type",params:{type: "string"},schema:schema71.items.type,parentSchema:schema71.items,data:data22};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/fields/aliases",schemaPath:"#/$defs/attributes/type",keyword:"type",params:{type: "array"},schema:schema71.type,parentSchema:schema71,data:data21};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/type",keyword:"type",params:{type: "object"},schema:schema70.properties.fields.type,parentSchema:schema70.properties.fields,data:data6};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data.entries !== undefined){
let data23 = data.entries;
if(Array.isArray(data23)){
const len9 = data23.length;
for(let i9=0; i9<len9; i9++){
if(!(validate53(data23[i9], {instancePath:instancePath+"/entries/" + i9,parentData:data23,parentDataProperty:i9,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err66 = {instancePath:instancePath+"/entries",schemaPath:"#/properties/entries/type",keyword:"type",params:{type: "array"},schema:schema70.properties.entries.type,parentSchema:schema70.properties.entries,data:data23};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data.privileged !== undefined){
if(!(validate54(data.privileged, {instancePath:instancePath+"/privileged",parentData:data,parentDataProperty:"privileged",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
if(data.status !== undefined){
let data26 = data.status;
if(Array.isArray(data26)){
const len10 = data26.length;
for(let i10=0; i10<len10; i10++){
if(!(validate58(data26[i10], {instancePath:instancePath+"/status/" + i10,parentData:data26,parentDataProperty:i10,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
}
}
else {
const err67 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "array"},schema:schema70.properties.status.type,parentSchema:schema70.properties.status,data:data26};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data.decided !== undefined){
let data28 = data.decided;
if(Array.isArray(data28)){
const len11 = data28.length;
for(let i11=0; i11<len11; i11++){
if(!(validate60(data28[i11], {instancePath:instancePath+"/decided/" + i11,parentData:data28,parentDataProperty:i11,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
}
else {
const err68 = {instancePath:instancePath+"/decided",schemaPath:"#/properties/decided/type",keyword:"type",params:{type: "array"},schema:schema70.properties.decided.type,parentSchema:schema70.properties.decided,data:data28};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data.organization !== undefined){
let data30 = data.organization;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.from === undefined){
const err69 = {instancePath:instancePath+"/organization",schemaPath:"#/properties/organization/required",keyword:"required",params:{missingProperty: "from"},schema:schema70.properties.organization.required,parentSchema:schema70.properties.organization,data:data30};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
for(const key3 in data30){
if(!(key3 === "from")){
const err70 = {instancePath:instancePath+"/organization",schemaPath:"#/properties/organization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},schema:false,parentSchema:schema70.properties.organization,data:data30};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data30.from !== undefined){
let data31 = data30.from;
if(Array.isArray(data31)){
if(data31.length < 1){
const err71 = {instancePath:instancePath+"/organization/from",schemaPath:"#/$defs/attributes/minItems",keyword:"minItems",params:{limit: 1},schema:1,parentSchema:schema71,data:data31};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
const len12 = data31.length;
for(let i12=0; i12<len12; i12++){
let data32 = data31[i12];
if(typeof data32 === "string"){
if(func2(data32) > 120){
const err72 = {instancePath:instancePath+"/organization/from/" + i12,schemaPath:"#/$defs/attributes/items/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema71.items,data:data32};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(func2(data32) < 1){
const err73 = {instancePath:instancePath+"/organization/from/" + i12,schemaPath:"#/$defs/attributes/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema71.items,data:data32};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/organization/from/" + i12,schemaPath:"#/$defs/attributes/items/type",keyword:"type",params:{type: "string"},schema:schema71.items.type,parentSchema:schema71.items,data:data32};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/organization/from",schemaPath:"#/$defs/attributes/type",keyword:"type",params:{type: "array"},schema:schema71.type,parentSchema:schema71,data:data31};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/organization",schemaPath:"#/properties/organization/type",keyword:"type",params:{type: "object"},schema:schema70.properties.organization.type,parentSchema:schema70.properties.organization,data:data30};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data.organizations !== undefined){
let data33 = data.organizations;
if(Array.isArray(data33)){
const len13 = data33.length;
for(let i13=0; i13<len13; i13++){
let data34 = data33[i13];
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.id === undefined){
const err77 = {instancePath:instancePath+"/organizations/" + i13,schemaPath:"#/$defs/organization/required",keyword:"required",params:{missingProperty: "id"},schema:schema100.required,parentSchema:schema100,data:data34};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(data34.name === undefined){
const err78 = {instancePath:instancePath+"/organizations/" + i13,schemaPath:"#/$defs/organization/required",keyword:"required",params:{missingProperty: "name"},schema:schema100.required,parentSchema:schema100,data:data34};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(data34.kind === undefined){
const err79 = {instancePath:instancePath+"/organizations/" + i13,schemaPath:"#/$defs/organization/required",keyword:"required",params:{missingProperty: "kind"},schema:schema100.required,parentSchema:schema100,data:data34};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data34.code === undefined){
const err80 = {instancePath:instancePath+"/organizations/" + i13,schemaPath:"#/$defs/organization/required",keyword:"required",params:{missingProperty: "code"},schema:schema100.required,parentSchema:schema100,data:data34};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
for(const key4 in data34){
if(!(func1.call(schema100.properties, key4))){
const err81 = {instancePath:instancePath+"/organizations/" + i13,schemaPath:"#/$defs/organization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},schema:false,parentSchema:schema100,data:data34};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data34.id !== undefined){
let data35 = data34.id;
if(typeof data35 === "string"){
if(!pattern4.test(data35)){
const err82 = {instancePath:instancePath+"/organizations/" + i13+"/id",schemaPath:"#/$defs/organization/properties/id/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema100.properties.id,data:data35};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/organizations/" + i13+"/id",schemaPath:"#/$defs/organization/properties/id/type",keyword:"type",params:{type: "string"},schema:schema100.properties.id.type,parentSchema:schema100.properties.id,data:data35};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data34.name !== undefined){
let data36 = data34.name;
if(typeof data36 === "string"){
if(func2(data36) > 250){
const err84 = {instancePath:instancePath+"/organizations/" + i13+"/name",schemaPath:"#/$defs/organization/properties/name/maxLength",keyword:"maxLength",params:{limit: 250},schema:250,parentSchema:schema100.properties.name,data:data36};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(func2(data36) < 1){
const err85 = {instancePath:instancePath+"/organizations/" + i13+"/name",schemaPath:"#/$defs/organization/properties/name/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema100.properties.name,data:data36};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/organizations/" + i13+"/name",schemaPath:"#/$defs/organization/properties/name/type",keyword:"type",params:{type: "string"},schema:schema100.properties.name.type,parentSchema:schema100.properties.name,data:data36};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data34.kind !== undefined){
let data37 = data34.kind;
if(typeof data37 !== "string"){
const err87 = {instancePath:instancePath+"/organizations/" + i13+"/kind",schemaPath:"#/$defs/organization/properties/kind/type",keyword:"type",params:{type: "string"},schema:schema100.properties.kind.type,parentSchema:schema100.properties.kind,data:data37};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(!(((((((((data37 === "people-committee") || (data37 === "provincial")) || (data37 === "provincial-unit")) || (data37 === "district")) || (data37 === "city")) || (data37 === "district-room")) || (data37 === "commune")) || (data37 === "ward")) || (data37 === "town"))){
const err88 = {instancePath:instancePath+"/organizations/" + i13+"/kind",schemaPath:"#/$defs/organization/properties/kind/enum",keyword:"enum",params:{allowedValues: schema100.properties.kind.enum},schema:schema100.properties.kind.enum,parentSchema:schema100.properties.kind,data:data37};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data34.parent !== undefined){
let data38 = data34.parent;
if(typeof data38 === "string"){
if(!pattern4.test(data38)){
const err89 = {instancePath:instancePath+"/organizations/" + i13+"/parent",schemaPath:"#/$defs/organization/properties/parent/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema100.properties.parent,data:data38};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/organizations/" + i13+"/parent",schemaPath:"#/$defs/organization/properties/parent/type",keyword:"type",params:{type: "string"},schema:schema100.properties.parent.type,parentSchema:schema100.properties.parent,data:data38};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data34.code !== undefined){
let data39 = data34.code;
if(typeof data39 === "string"){
if(!pattern6.test(data39)){
const err91 = {instancePath:instancePath+"/organizations/" + i13+"/code",schemaPath:"#/$defs/organization/properties/code/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]{1,63}$"},schema:"^[a-z0-9]{1,63}$",parentSchema:schema100.properties.code,data:data39};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/organizations/" + i13+"/code",schemaPath:"#/$defs/organization/properties/code/type",keyword:"type",params:{type: "string"},schema:schema100.properties.code.type,parentSchema:schema100.properties.code,data:data39};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data34.codeBasis !== undefined){
let data40 = data34.codeBasis;
if(typeof data40 === "string"){
if(func2(data40) > 120){
const err93 = {instancePath:instancePath+"/organizations/" + i13+"/codeBasis",schemaPath:"#/$defs/organization/properties/codeBasis/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema100.properties.codeBasis,data:data40};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(func2(data40) < 1){
const err94 = {instancePath:instancePath+"/organizations/" + i13+"/codeBasis",schemaPath:"#/$defs/organization/properties/codeBasis/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema100.properties.codeBasis,data:data40};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/organizations/" + i13+"/codeBasis",schemaPath:"#/$defs/organization/properties/codeBasis/type",keyword:"type",params:{type: "string"},schema:schema100.properties.codeBasis.type,parentSchema:schema100.properties.codeBasis,data:data40};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data34.personSuffix !== undefined){
let data41 = data34.personSuffix;
if(typeof data41 === "string"){
if(func2(data41) > 63){
const err96 = {instancePath:instancePath+"/organizations/" + i13+"/personSuffix",schemaPath:"#/$defs/organization/properties/personSuffix/maxLength",keyword:"maxLength",params:{limit: 63},schema:63,parentSchema:schema100.properties.personSuffix,data:data41};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(!pattern7.test(data41)){
const err97 = {instancePath:instancePath+"/organizations/" + i13+"/personSuffix",schemaPath:"#/$defs/organization/properties/personSuffix/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]+(\\.[a-z0-9]+)*$"},schema:"^[a-z0-9]+(\\.[a-z0-9]+)*$",parentSchema:schema100.properties.personSuffix,data:data41};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/organizations/" + i13+"/personSuffix",schemaPath:"#/$defs/organization/properties/personSuffix/type",keyword:"type",params:{type: "string"},schema:schema100.properties.personSuffix.type,parentSchema:schema100.properties.personSuffix,data:data41};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data34.mailbox !== undefined){
let data42 = data34.mailbox;
if(typeof data42 !== "string"){
const err99 = {instancePath:instancePath+"/organizations/" + i13+"/mailbox",schemaPath:"#/$defs/organization/properties/mailbox/type",keyword:"type",params:{type: "string"},schema:schema100.properties.mailbox.type,parentSchema:schema100.properties.mailbox,data:data42};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if("none" !== data42){
const err100 = {instancePath:instancePath+"/organizations/" + i13+"/mailbox",schemaPath:"#/$defs/organization/properties/mailbox/const",keyword:"const",params:{allowedValue: "none"},schema:"none",parentSchema:schema100.properties.mailbox,data:data42};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data34.values !== undefined){
let data43 = data34.values;
if(Array.isArray(data43)){
const len14 = data43.length;
for(let i14=0; i14<len14; i14++){
let data44 = data43[i14];
if(typeof data44 === "string"){
if(func2(data44) > 250){
const err101 = {instancePath:instancePath+"/organizations/" + i13+"/values/" + i14,schemaPath:"#/$defs/organization/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 250},schema:250,parentSchema:schema100.properties.values.items,data:data44};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(func2(data44) < 1){
const err102 = {instancePath:instancePath+"/organizations/" + i13+"/values/" + i14,schemaPath:"#/$defs/organization/properties/values/items/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema100.properties.values.items,data:data44};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
else {
const err103 = {instancePath:instancePath+"/organizations/" + i13+"/values/" + i14,schemaPath:"#/$defs/organization/properties/values/items/type",keyword:"type",params:{type: "string"},schema:schema100.properties.values.items.type,parentSchema:schema100.properties.values.items,data:data44};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
else {
const err104 = {instancePath:instancePath+"/organizations/" + i13+"/values",schemaPath:"#/$defs/organization/properties/values/type",keyword:"type",params:{type: "array"},schema:schema100.properties.values.type,parentSchema:schema100.properties.values,data:data43};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data34.signed !== undefined){
let data45 = data34.signed;
if(typeof data45 !== "boolean"){
const err105 = {instancePath:instancePath+"/organizations/" + i13+"/signed",schemaPath:"#/$defs/organization/properties/signed/type",keyword:"type",params:{type: "boolean"},schema:schema100.properties.signed.type,parentSchema:schema100.properties.signed,data:data45};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
else {
const err106 = {instancePath:instancePath+"/organizations/" + i13,schemaPath:"#/$defs/organization/type",keyword:"type",params:{type: "object"},schema:schema100.type,parentSchema:schema100,data:data34};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
else {
const err107 = {instancePath:instancePath+"/organizations",schemaPath:"#/properties/organizations/type",keyword:"type",params:{type: "array"},schema:schema70.properties.organizations.type,parentSchema:schema70.properties.organizations,data:data33};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
else {
const err108 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema70.type,parentSchema:schema70,data};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

exports.notices = validate62;
const schema101 = {"$id":"urn:danhba:schema:notices","type":"array","items":{"$ref":"#/$defs/notice"},"$defs":{"notice":{"type":"object","additionalProperties":false,"required":["kind","organization","people","document","date"],"properties":{"kind":{"type":"string","enum":["deletion","issue","change","reset","termination","restoration"]},"organization":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"},"people":{"type":"array","items":{"type":"string","pattern":"^(person:[A-Z][A-Z0-9]*-[0-9]+(/[0-9]+)?|organization:[a-z0-9][a-z0-9-]{0,62})$","maxLength":80}},"document":{"type":"string","minLength":1,"maxLength":120},"date":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"copied":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"id":{"type":"string","pattern":"^[0-9a-f]{32}$"}}}}};
const schema102 = {"type":"object","additionalProperties":false,"required":["kind","organization","people","document","date"],"properties":{"kind":{"type":"string","enum":["deletion","issue","change","reset","termination","restoration"]},"organization":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$"},"people":{"type":"array","items":{"type":"string","pattern":"^(person:[A-Z][A-Z0-9]*-[0-9]+(/[0-9]+)?|organization:[a-z0-9][a-z0-9-]{0,62})$","maxLength":80}},"document":{"type":"string","minLength":1,"maxLength":120},"date":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"copied":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$","format":"date"},"id":{"type":"string","pattern":"^[0-9a-f]{32}$"}}};
const pattern92 = new RegExp("^(person:[A-Z][A-Z0-9]*-[0-9]+(/[0-9]+)?|organization:[a-z0-9][a-z0-9-]{0,62})$", "u");
const pattern95 = new RegExp("^[0-9a-f]{32}$", "u");

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:danhba:schema:notices" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate62.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.kind === undefined){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/notice/required",keyword:"required",params:{missingProperty: "kind"},schema:schema102.required,parentSchema:schema102,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.organization === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/notice/required",keyword:"required",params:{missingProperty: "organization"},schema:schema102.required,parentSchema:schema102,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.people === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/notice/required",keyword:"required",params:{missingProperty: "people"},schema:schema102.required,parentSchema:schema102,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.document === undefined){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/notice/required",keyword:"required",params:{missingProperty: "document"},schema:schema102.required,parentSchema:schema102,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0.date === undefined){
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/notice/required",keyword:"required",params:{missingProperty: "date"},schema:schema102.required,parentSchema:schema102,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 in data0){
if(!(((((((key0 === "kind") || (key0 === "organization")) || (key0 === "people")) || (key0 === "document")) || (key0 === "date")) || (key0 === "copied")) || (key0 === "id"))){
const err5 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/notice/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema102,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.kind !== undefined){
let data1 = data0.kind;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/" + i0+"/kind",schemaPath:"#/$defs/notice/properties/kind/type",keyword:"type",params:{type: "string"},schema:schema102.properties.kind.type,parentSchema:schema102.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((((((data1 === "deletion") || (data1 === "issue")) || (data1 === "change")) || (data1 === "reset")) || (data1 === "termination")) || (data1 === "restoration"))){
const err7 = {instancePath:instancePath+"/" + i0+"/kind",schemaPath:"#/$defs/notice/properties/kind/enum",keyword:"enum",params:{allowedValues: schema102.properties.kind.enum},schema:schema102.properties.kind.enum,parentSchema:schema102.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.organization !== undefined){
let data2 = data0.organization;
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
const err8 = {instancePath:instancePath+"/" + i0+"/organization",schemaPath:"#/$defs/notice/properties/organization/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema102.properties.organization,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/" + i0+"/organization",schemaPath:"#/$defs/notice/properties/organization/type",keyword:"type",params:{type: "string"},schema:schema102.properties.organization.type,parentSchema:schema102.properties.organization,data:data2};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.people !== undefined){
let data3 = data0.people;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 === "string"){
if(func2(data4) > 80){
const err10 = {instancePath:instancePath+"/" + i0+"/people/" + i1,schemaPath:"#/$defs/notice/properties/people/items/maxLength",keyword:"maxLength",params:{limit: 80},schema:80,parentSchema:schema102.properties.people.items,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern92.test(data4)){
const err11 = {instancePath:instancePath+"/" + i0+"/people/" + i1,schemaPath:"#/$defs/notice/properties/people/items/pattern",keyword:"pattern",params:{pattern: "^(person:[A-Z][A-Z0-9]*-[0-9]+(/[0-9]+)?|organization:[a-z0-9][a-z0-9-]{0,62})$"},schema:"^(person:[A-Z][A-Z0-9]*-[0-9]+(/[0-9]+)?|organization:[a-z0-9][a-z0-9-]{0,62})$",parentSchema:schema102.properties.people.items,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/" + i0+"/people/" + i1,schemaPath:"#/$defs/notice/properties/people/items/type",keyword:"type",params:{type: "string"},schema:schema102.properties.people.items.type,parentSchema:schema102.properties.people.items,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/" + i0+"/people",schemaPath:"#/$defs/notice/properties/people/type",keyword:"type",params:{type: "array"},schema:schema102.properties.people.type,parentSchema:schema102.properties.people,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data0.document !== undefined){
let data5 = data0.document;
if(typeof data5 === "string"){
if(func2(data5) > 120){
const err14 = {instancePath:instancePath+"/" + i0+"/document",schemaPath:"#/$defs/notice/properties/document/maxLength",keyword:"maxLength",params:{limit: 120},schema:120,parentSchema:schema102.properties.document,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func2(data5) < 1){
const err15 = {instancePath:instancePath+"/" + i0+"/document",schemaPath:"#/$defs/notice/properties/document/minLength",keyword:"minLength",params:{limit: 1},schema:1,parentSchema:schema102.properties.document,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/" + i0+"/document",schemaPath:"#/$defs/notice/properties/document/type",keyword:"type",params:{type: "string"},schema:schema102.properties.document.type,parentSchema:schema102.properties.document,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data0.date !== undefined){
let data6 = data0.date;
if(typeof data6 === "string"){
if(!pattern12.test(data6)){
const err17 = {instancePath:instancePath+"/" + i0+"/date",schemaPath:"#/$defs/notice/properties/date/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema102.properties.date,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(!(formats0(data6))){
const err18 = {instancePath:instancePath+"/" + i0+"/date",schemaPath:"#/$defs/notice/properties/date/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema102.properties.date,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/" + i0+"/date",schemaPath:"#/$defs/notice/properties/date/type",keyword:"type",params:{type: "string"},schema:schema102.properties.date.type,parentSchema:schema102.properties.date,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data0.copied !== undefined){
let data7 = data0.copied;
if(typeof data7 === "string"){
if(!pattern12.test(data7)){
const err20 = {instancePath:instancePath+"/" + i0+"/copied",schemaPath:"#/$defs/notice/properties/copied/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"},schema:"^\\d{4}-\\d{2}-\\d{2}$",parentSchema:schema102.properties.copied,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!(formats0(data7))){
const err21 = {instancePath:instancePath+"/" + i0+"/copied",schemaPath:"#/$defs/notice/properties/copied/format",keyword:"format",params:{format: "date"},schema:"date",parentSchema:schema102.properties.copied,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/" + i0+"/copied",schemaPath:"#/$defs/notice/properties/copied/type",keyword:"type",params:{type: "string"},schema:schema102.properties.copied.type,parentSchema:schema102.properties.copied,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data0.id !== undefined){
let data8 = data0.id;
if(typeof data8 === "string"){
if(!pattern95.test(data8)){
const err23 = {instancePath:instancePath+"/" + i0+"/id",schemaPath:"#/$defs/notice/properties/id/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{32}$"},schema:"^[0-9a-f]{32}$",parentSchema:schema102.properties.id,data:data8};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/" + i0+"/id",schemaPath:"#/$defs/notice/properties/id/type",keyword:"type",params:{type: "string"},schema:schema102.properties.id.type,parentSchema:schema102.properties.id,data:data8};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/notice/type",keyword:"type",params:{type: "object"},schema:schema102.type,parentSchema:schema102,data:data0};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},schema:schema101.type,parentSchema:schema101,data};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate62.errors = vErrors;
return errors === 0;
}
validate62.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};
return exports;
}
